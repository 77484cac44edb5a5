package io.holdfast.sandbox.rds;

import static io.holdfast.sandbox.rds.Setting.ENGINE_VERSION;
import static io.holdfast.sandbox.rds.Setting.INSTANCE_CLASS;
import static io.holdfast.sandbox.rds.Setting.OPTION_GROUP;
import static io.holdfast.sandbox.rds.Setting.PARAMETER_GROUP;

import io.holdfast.sandbox.datastore.Values;

/** Class, parameter group and option group have to fit the engine version. */
final class EngineRules {

    private EngineRules() {}

    static void check(Databases databases, Values<Setting> next) {
        if (!InstanceClasses.isKnown(next.text(INSTANCE_CLASS))) {
            throw Refusal.value("Invalid DB Instance class: " + next.text(INSTANCE_CLASS));
        }
        var version = PostgresVersion.of(next.text(ENGINE_VERSION));
        checkParameterGroup(databases.parameterGroup(next.text(PARAMETER_GROUP)), version);
        if (!next.text(OPTION_GROUP).equals(version.defaultOptionGroup())) {
            throw Refusal.notFound(
                    "OptionGroupNotFoundFault",
                    "Specified OptionGroupName: " + next.text(OPTION_GROUP) + " not found.");
        }
    }

    private static void checkParameterGroup(ParameterGroup group, PostgresVersion version) {
        if (!group.family().equals(version.family())) {
            throw Refusal.combination(
                    "The parameter group " + group.name() + " with DBParameterGroupFamily " + group.family()
                            + " can't be used for this instance. Please use a parameter group with DBParameterGroupFamily "
                            + version.family() + ".");
        }
    }
}
