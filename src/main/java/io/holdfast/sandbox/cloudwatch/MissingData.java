package io.holdfast.sandbox.cloudwatch;

/** What a period without data means to an alarm; names as on the wire. */
enum MissingData {
    missing,
    ignore,
    breaching,
    notBreaching
}
