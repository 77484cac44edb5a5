package io.holdfast.report.doctor;

import static java.util.Objects.requireNonNull;

import io.holdfast.report.document.DoctorDocument.Finding;

/**
 * How much room the ledger's file takes, and how much is left for it.
 *
 * @param place the file
 * @param bytes its size; 0 while there is none yet
 * @param freeBytes what the disk under it has left
 */
public record LedgerRoom(String place, long bytes, long freeBytes) {
    private static final long MEGABYTE = 1_000_000;
    /** A ledger that is full takes no write, and then nothing is written to AWS either. */
    private static final long TOO_LITTLE = 100 * MEGABYTE;

    private static final long LITTLE = 1_000 * MEGABYTE;

    public LedgerRoom {
        requireNonNull(place, "place");
    }

    /** What there is to say of it. */
    public Finding finding() {
        String found = place + " takes " + megabytes(bytes) + ", and the disk has " + megabytes(freeBytes) + " left";
        if (freeBytes >= LITTLE) {
            return new Finding("OK", "ledger", found, "");
        }
        return new Finding(
                freeBytes < TOO_LITTLE ? "NG" : "WARN",
                "ledger",
                found,
                "make room: a ledger that takes no write holds every change");
    }

    private static String megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE + " MB";
    }
}
