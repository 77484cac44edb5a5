package io.holdfast.sandbox.rds;

/**
 * The secret in which RDS keeps a managed master password. The sandbox keeps no password at all.
 *
 * @param arn the secret's ARN; its name begins with {@code rds!db-}
 * @param status {@code creating}, then {@code active}
 * @param kmsKey ARN of the key it is encrypted with; fixed once chosen
 */
record MasterSecret(String arn, String status, String kmsKey) {

    private static final String CREATING = "creating";
    private static final String ACTIVE = "active";

    static MasterSecret creating(String arn, String kmsKey) {
        return new MasterSecret(arn, CREATING, kmsKey);
    }

    MasterSecret activated() {
        return new MasterSecret(arn, ACTIVE, kmsKey);
    }
}
