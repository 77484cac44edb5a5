package io.holdfast.sandbox.rds;

import static io.holdfast.sandbox.rds.Setting.MANAGED_PASSWORD;
import static io.holdfast.sandbox.rds.Setting.MASTER_PASSWORD;
import static io.holdfast.sandbox.rds.Setting.MASTER_USERNAME;
import static io.holdfast.sandbox.rds.Setting.SECRET_KEY;

import io.holdfast.sandbox.datastore.Values;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The master user: whose password it is, and what it may look like. No message ever repeats a password. */
final class CredentialRules {

    /** Printable ASCII without slash, single quote, double quote, at sign and space (API Reference, MasterUserPassword). */
    private static final Pattern PASSWORD = Pattern.compile("[!-~&&[^/'\"@]]{8,128}");

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final Set<String> RESERVED = Set.of("admin", "rdsadmin");

    private CredentialRules() {}

    static void checkNew(Values<Setting> asked) {
        var username = asked.text(MASTER_USERNAME);
        if (!USERNAME.matcher(username).matches()) {
            throw Refusal.value("The parameter MasterUsername must be provided and must be a valid user name.");
        }
        if (RESERVED.contains(username.toLowerCase(Locale.ROOT))) {
            throw Refusal.value(
                    "MasterUsername " + username + " cannot be used as it is a reserved word used by the engine");
        }
        if (!asked.flag(MANAGED_PASSWORD) && !asked.has(MASTER_PASSWORD)) {
            throw Refusal.combination("The parameter MasterUserPassword must be provided and must not be blank.");
        }
        checkPassword(asked, false);
    }

    /** Refuses a change of who keeps the password that leaves nobody, or both, with one. */
    static void checkChange(Values<Setting> asked, boolean managedNow) {
        boolean handsBack = managedNow && asked.has(MANAGED_PASSWORD) && !asked.flag(MANAGED_PASSWORD);
        if (handsBack && !asked.has(MASTER_PASSWORD)) {
            throw Refusal.combination(
                    "You must specify MasterUserPassword when ManageMasterUserPassword is set to false.");
        }
        if (managedNow && !handsBack && asked.has(MASTER_PASSWORD)) {
            throw Refusal.combination(
                    "You can't specify MasterUserPassword for an instance with ManageMasterUserPassword enabled.");
        }
        if (managedNow && asked.has(SECRET_KEY)) {
            throw Refusal.combination("You can't change the KMS key of the master user secret.");
        }
        checkPassword(asked, managedNow && !handsBack);
    }

    private static void checkPassword(Values<Setting> asked, boolean managedNow) {
        if (asked.flag(MANAGED_PASSWORD) && asked.has(MASTER_PASSWORD)) {
            throw Refusal.combination(
                    "You can't specify MasterUserPassword when ManageMasterUserPassword is set to true.");
        }
        if (asked.has(SECRET_KEY) && !asked.flag(MANAGED_PASSWORD) && !managedNow) {
            throw Refusal.combination("You can't specify MasterUserSecretKmsKeyId without ManageMasterUserPassword.");
        }
        if (asked.has(MASTER_PASSWORD)
                && !PASSWORD.matcher(asked.text(MASTER_PASSWORD)).matches()) {
            throw Refusal.value(
                    "The parameter MasterUserPassword is not a valid password. It must be 8 to 128 printable ASCII characters"
                            + " besides '/', '@', '\"', ' '.");
        }
    }
}
