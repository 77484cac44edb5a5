package io.holdfast.aws;

import io.holdfast.model.AwsTarget;
import io.holdfast.model.Fault;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As whom IAM knows us: the role or the user that has the policies. */
final class Principal {
    /**
     * The ARN of a session says the role's name but not its path (IAM User Guide, "IAM identifiers"); names are unique in an
     * account whatever the path.
     */
    private static final Pattern SESSION = Pattern.compile("arn:([^:]+):sts::(\\d{12}):assumed-role/([^/]+)/.+");

    private static final Pattern USER = Pattern.compile("arn:[^:]+:iam::\\d{12}:user/.+");

    private final AwsClients reading;
    private final AwsTarget target;
    private String arn = "";

    Principal(AwsClients reading, AwsTarget target) {
        this.reading = reading;
        this.target = target;
    }

    /**
     * What IAM answers about us.
     *
     * @param question asked with our ARN
     * @throws AwsFailure when that cannot be found out, or the question fails
     */
    <T> T asked(Function<String, T> question) {
        String first = arn();
        try {
            return question.apply(first);
        } catch (AwsFailure failure) {
            if (!failure.fault().isNotFound() || target.role().isPresent()) {
                throw failure;
            }
            return question.apply(withPath(first));
        }
    }

    private synchronized String arn() {
        if (arn.isEmpty()) {
            arn = target.role().orElseGet(this::caller);
        }
        return arn;
    }

    private String caller() {
        String operation = "sts:GetCallerIdentity";
        String said = Call.read(
                operation,
                () -> BrokenPromise.unless(reading.sts().getCallerIdentity().arn(), "arn"));
        Matcher session = SESSION.matcher(said);
        if (session.matches()) {
            return "arn:" + session.group(1) + ":iam::" + session.group(2) + ":role/" + session.group(3);
        }
        if (USER.matcher(said).matches()) {
            return said;
        }
        throw new AwsFailure(new Fault(
                Fault.Kind.INVALID, operation, "NotSimulated", "IAM simulates roles and users, and these are " + said));
    }

    /** Needed only where a role without a path is not there, because it takes a permission of its own. */
    private synchronized String withPath(String first) {
        if (arn.equals(first)) {
            String name = first.substring(first.lastIndexOf('/') + 1);
            arn = Call.read(
                    "iam:GetRole",
                    () -> BrokenPromise.unless(
                            BrokenPromise.unless(
                                            reading.iam()
                                                    .getRole(request -> request.roleName(name))
                                                    .role(),
                                            "role")
                                    .arn(),
                            "role.arn"));
        }
        return arn;
    }
}
