package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.World;

/** Ids in the shapes Application Auto Scaling gives them. */
final class Ids {

    /** As long as the ids in scalable target ARNs. */
    private static final int TARGET_LENGTH = 34;

    private Ids() {}

    static String uuid(World world) {
        return String.join(
                "-", world.nextHex(8), world.nextHex(4), world.nextHex(4), world.nextHex(4), world.nextHex(12));
    }

    static String targetArn(World world) {
        return world.arn("application-autoscaling", "scalable-target/" + world.nextHex(TARGET_LENGTH));
    }

    static String policyArn(World world, Owned id) {
        return world.arn("autoscaling", "scalingPolicy:" + uuid(world) + resource(id) + ":policyName/" + id.name());
    }

    static String actionArn(World world, Owned id) {
        return world.arn(
                "autoscaling", "scheduledAction:" + uuid(world) + resource(id) + ":scheduledActionName/" + id.name());
    }

    /** The service-linked role that Application Auto Scaling uses for ECS. */
    static String roleArn(World world) {
        return "arn:aws:iam::" + world.account()
                + ":role/aws-service-role/ecs.application-autoscaling.amazonaws.com"
                + "/AWSServiceRoleForApplicationAutoScaling_ECSService";
    }

    private static String resource(Owned id) {
        return ":resource/" + TargetKey.NAMESPACE + "/" + id.target().resourceId();
    }
}
