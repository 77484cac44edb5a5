package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The settings of an account that change what others leave out. */
final class AccountSettings {

    /** What holds until somebody changes it (Amazon ECS Developer Guide, account settings). */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("awsvpcTrunking", "disabled"),
            Map.entry("containerInsights", "disabled"),
            Map.entry("containerInstanceLongArnFormat", "enabled"),
            Map.entry("defaultLogDriverMode", "non-blocking"),
            Map.entry("fargateEventWindows", "disabled"),
            Map.entry("fargateFIPSMode", "disabled"),
            Map.entry("fargateTaskRetirementWaitPeriod", "7"),
            Map.entry("guardDutyActivate", "off"),
            Map.entry("serviceLongArnFormat", "enabled"),
            Map.entry("tagResourceAuthorization", "on"),
            Map.entry("taskLongArnFormat", "enabled"));

    private static final String INSIGHTS = "containerInsights";
    private static final Set<String> INSIGHTS_VALUES = Set.of("enabled", "disabled", "enhanced");
    private static final int PER_PAGE = 10;

    private AccountSettings() {}

    /** PutAccountSetting and PutAccountSettingDefault: the sandbox knows one principal per account. */
    static Map<String, Object> put(Call call) {
        var name = call.input().required("name");
        if (!DEFAULTS.containsKey(name)) {
            throw EcsErrors.invalid("Invalid setting name: " + name);
        }
        if (name.equals(INSIGHTS)) {
            checkInsights(call.input());
        }
        var value = call.input().required("value");
        EcsState.of(call.world()).accountSettings.put(name, value);
        return Members.of("setting", setting(call, name, value));
    }

    static Map<String, Object> list(Call call) {
        var input = call.input();
        var set = EcsState.of(call.world()).accountSettings;
        var values = new TreeMap<String, String>();
        if (input.bool("effectiveSettings").orElse(false)) {
            values.putAll(DEFAULTS);
        }
        values.putAll(set);
        var settings = values.entrySet().stream()
                .filter(entry ->
                        input.string("name").map(entry.getKey()::equals).orElse(true))
                .filter(entry ->
                        input.string("value").map(entry.getValue()::equals).orElse(true))
                .map(entry -> setting(call, entry.getKey(), entry.getValue()))
                .toList();
        return Page.of(input, "settings", settings, PER_PAGE, PER_PAGE);
    }

    /** What a cluster gets whose creator says nothing about settings. */
    static List<Map<String, Object>> clusterSettings(EcsState state) {
        var value = state.accountSettings.getOrDefault(INSIGHTS, DEFAULTS.get(INSIGHTS));
        return List.of(Members.none().and("name", INSIGHTS).and("value", value).map());
    }

    static void checkInsights(Input setting) {
        if (!setting.string("name").orElse("").equals(INSIGHTS)
                || !INSIGHTS_VALUES.contains(setting.string("value").orElse(""))) {
            throw EcsErrors.invalid("Settings must name containerInsights as enabled, disabled or enhanced.");
        }
    }

    private static Map<String, Object> setting(Call call, String name, String value) {
        return Members.none()
                .and("name", name)
                .and("value", value)
                .and("principalArn", "arn:aws:iam::" + call.world().account() + ":root")
                .and("type", "user")
                .map();
    }
}
