package io.holdfast.desired.folder;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.finding.Finding;

/** What a look at the folder gave. */
public sealed interface Look {
    /** It kept still while it was read. */
    record Seen(Snapshot snapshot) implements Look {
        public Seen {
            requireNonNull(snapshot, "snapshot");
        }
    }

    /** It could not be read now; this says nothing of what is in it. */
    record Trouble(Finding finding) implements Look {
        public Trouble {
            requireNonNull(finding, "finding");
        }
    }
}
