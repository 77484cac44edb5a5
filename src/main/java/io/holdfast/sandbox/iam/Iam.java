package io.holdfast.sandbox.iam;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.Service;
import io.holdfast.sandbox.wire.AwsError;
import io.holdfast.sandbox.wire.Members;
import java.util.Map;

/** Identity and Access Management: policies on roles and users, and what would be decided by them. */
public final class Iam implements Service {

    /** The signing name. */
    public static final String NAME = "iam";

    /** Where its world is: it has one for all regions. */
    public static final String REGION = "aws-global";

    @Override
    public Map<String, Object> call(Call call) {
        var principals = call.world().part(Principals.class, Principals::new);
        return switch (call.operation()) {
            case "CreateRole" -> create(call, principals);
            case "GetRole" -> role(call, principals);
            case "PutRolePolicy" -> put(call, principals, Principals.ROLE, "RoleName");
            case "DeleteRolePolicy" -> delete(call, principals, Principals.ROLE, "RoleName");
            case "PutUserPolicy" -> put(call, principals, Principals.USER, "UserName");
            case "DeleteUserPolicy" -> delete(call, principals, Principals.USER, "UserName");
            case "SimulatePrincipalPolicy" ->
                Simulation.answer(call.input(), principals.policies(call.input().required("PolicySourceArn")));
            default -> throw AwsError.notImplemented(call.operation());
        };
    }

    private static Map<String, Object> create(Call call, Principals principals) {
        principals.found(
                call.input().required("RoleName"), call.input().string("Path").orElse("/"));
        return role(call, principals);
    }

    private static Map<String, Object> role(Call call, Principals principals) {
        var name = call.input().required("RoleName");
        var path = principals.path(name);
        return Members.of(
                "Role",
                Members.none()
                        .and("RoleName", name)
                        .and("Path", path)
                        .and("RoleId", "AROASANDBOX")
                        .and("Arn", "arn:aws:iam::" + call.world().account() + ":role" + path + name)
                        .map());
    }

    private static Map<String, Object> put(Call call, Principals principals, String type, String name) {
        principals.put(
                type + call.input().required(name),
                call.input().required("PolicyName"),
                Statement.parse(
                        call.input().required("PolicyName"), call.input().required("PolicyDocument")));
        return Map.of();
    }

    private static Map<String, Object> delete(Call call, Principals principals, String type, String name) {
        principals.delete(type + call.input().required(name), call.input().required("PolicyName"));
        return Map.of();
    }
}
