-- The price of what is booked stays, and so do the texts of its lines, unless they go: an instructor's own word may be a
-- voucher's code.
DROP TRIGGER a_price_stays ON booking;
CREATE TRIGGER a_price_stays BEFORE UPDATE ON booking FOR EACH ROW
    WHEN ((OLD.amount, OLD.currency, OLD.line_codes, OLD.line_amounts)
              IS DISTINCT FROM (NEW.amount, NEW.currency, NEW.line_codes, NEW.line_amounts)
          OR (OLD.line_texts IS DISTINCT FROM NEW.line_texts
              AND (NEW.line_texts IS NULL OR cardinality(array_remove(NEW.line_texts, NULL)) > 0)))
    EXECUTE FUNCTION a_price_stays();
