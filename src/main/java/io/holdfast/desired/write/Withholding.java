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
    private static final Withheld SECRET = new Withheld(
            "a plain secret, not repeated here: keep it in Secrets Manager and name its ARN under secrets");

    private Withholding() {}

    /** The same less its secrets. */
    public static Keys of(Keys root) {
        return keys(root, "");
    }

    /** @param map the key of this map */
    private static Keys keys(Keys keys, String map) {
        Map<String, Piece> entries = new LinkedHashMap<>();
        keys.entries().forEach((name, value) -> entries.put(name, piece(map, name, value)));
        return new Keys(entries, keys.isSpread());
    }

    private static Piece piece(String map, String name, Piece piece) {
        if (piece instanceof Keys keys) {
            return keys(keys, name);
        }
        if (piece instanceof Items items) {
            return new Items(
                    items.items().stream().map(it -> piece(map, name, it)).toList());
        }
        return piece instanceof Text text && Discretion.isPlainSecret(map, name, text.text()) ? SECRET : piece;
    }
}
