package io.holdfast.sandbox.sts;

import io.holdfast.sandbox.Accounts;
import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.Service;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Members;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The Security Token Service. The keys of an assumed role lead to the role's account because they carry its number, not because
 * anything is remembered, so {@code GetCallerIdentity} names the account but a role of its own choice.
 */
public final class Sts implements Service {

    /** The signing name. */
    public static final String NAME = "sts";

    private static final Pattern ROLE = Pattern.compile("arn:aws:iam::(\\d{12}):role/(?:.*/)?([\\w+=,.@-]+)");

    /** AssumeRole's own default (AWS STS API Reference, AssumeRole, DurationSeconds). */
    private static final int SESSION_SECONDS = 3600;

    @Override
    public Map<String, Object> call(Call call) {
        return switch (call.operation()) {
            case "GetCallerIdentity" -> identity(call);
            case "AssumeRole" -> assume(call);
            default -> throw AwsError.notImplemented(call.operation());
        };
    }

    private static Map<String, Object> identity(Call call) {
        var account = call.world().account();
        var assumed = call.accessKey().startsWith("ASIA");
        return Members.none()
                .and("UserId", assumed ? "AROASANDBOX:session" : "AIDASANDBOX")
                .and("Account", account)
                .and(
                        "Arn",
                        assumed
                                ? "arn:aws:sts::" + account + ":assumed-role/sandbox/session"
                                : "arn:aws:iam::" + account + ":user/sandbox")
                .map();
    }

    private static Map<String, Object> assume(Call call) {
        var role = ROLE.matcher(call.input().required("RoleArn"));
        var session = call.input().required("RoleSessionName");
        if (!role.matches()) {
            throw AwsError.badRequest("ValidationError", "RoleArn is not the ARN of an IAM role.");
        }
        var account = role.group(1);
        var user = Members.none()
                .and("AssumedRoleId", "AROASANDBOX:" + session)
                .and("Arn", "arn:aws:sts::" + account + ":assumed-role/" + role.group(2) + "/" + session)
                .map();
        return Members.none()
                .and("Credentials", credentials(call, account))
                .and("AssumedRoleUser", user)
                .map();
    }

    private static Map<String, Object> credentials(Call call, String account) {
        var seconds = call.input().integer("DurationSeconds").orElse(SESSION_SECONDS);
        var suffix = call.world().nextHex(4).toUpperCase(Locale.ROOT);
        return Members.none()
                .and("AccessKeyId", Accounts.sessionKey(account, suffix))
                .and("SecretAccessKey", call.world().nextHex(40))
                .and("SessionToken", call.world().nextHex(64))
                .and("Expiration", call.world().timeline().now().plus(Duration.ofSeconds(seconds)))
                .map();
    }
}
