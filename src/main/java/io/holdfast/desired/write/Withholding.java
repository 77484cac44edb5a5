package io.holdfast.desired.write;

import io.holdfast.desired.finding.Discretion;
import io.holdfast.desired.write.Piece.Items;
import io.holdfast.desired.write.Piece.Keys;
import io.holdfast.desired.write.Piece.Text;
import io.holdfast.desired.write.Piece.Withheld;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes out what may be a secret, by the same signs by which the reader refuses it. */
public final class Withholding {
    private static final String ENVIRONMENT = "environment";
    private static final Withheld SECRET = new Withheld(
            "a plain secret, not repeated here: keep it in Secrets Manager and name its ARN under secrets");

    private Withholding() {}

    /** The same less its secrets. */
    public static Keys of(Keys root) {
        return keys(root, false);
    }

    /** @param free whether the names are the author's own: inside an environment */
    private static Keys keys(Keys keys, boolean free) {
        Map<String, Piece> entries = new LinkedHashMap<>();
        keys.entries().forEach((name, value) -> entries.put(name, piece(name, value, free)));
        return new Keys(entries, keys.isSpread());
    }

    private static Piece piece(String name, Piece piece, boolean free) {
        if (piece instanceof Keys keys) {
            return keys(keys, !free && name.equals(ENVIRONMENT));
        }
        if (piece instanceof Items items) {
            return new Items(
                    items.items().stream().map(it -> piece(name, it, free)).toList());
        }
        return piece instanceof Text text && Discretion.isPlainSecret(name, text.text(), free) ? SECRET : piece;
    }
}
