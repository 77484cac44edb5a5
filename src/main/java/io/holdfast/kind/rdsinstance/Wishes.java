package io.holdfast.kind.rdsinstance;

import java.util.Optional;

/** Whether a value that RDS holds ready is one the YAML asks for. */
final class Wishes {
    private Wishes() {}

    static boolean areMet(RdsInstanceState desired, String path, Object coming) {
        return RdsInstanceTable.FIELDS.cells(desired, Optional.empty()).stream()
                .filter(cell -> cell.path().equals(path))
                .anyMatch(cell -> cell.isMetBy(coming));
    }
}
