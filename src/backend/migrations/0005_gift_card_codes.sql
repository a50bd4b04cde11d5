-- Codes of gift cards, hashed: whoever knows one can spend the card.
CREATE TABLE gift_card_codes (
    hash TEXT NOT NULL PRIMARY KEY,
    card TEXT NOT NULL
);
