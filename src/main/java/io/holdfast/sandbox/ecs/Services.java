package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.Call;
import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.util.ArrayList;
import java.util.Map;

/** Looking at services, and taking them away. */
final class Services {

    /** Amazon ECS API Reference, DescribeServices and ListServices. */
    private static final int NAMES_PER_CALL = 10;

    private static final int USUAL_PAGE = 10;
    private static final int LARGEST_PAGE = 100;

    private Services() {}

    static Map<String, Object> describe(Call call) {
        var input = call.input();
        var state = EcsState.of(call.world());
        var cluster = state.cluster(input.string("cluster"));
        var found = new ArrayList<Map<String, Object>>();
        var failures = new ArrayList<Map<String, Object>>();
        for (var ref : Refs.atMost(NAMES_PER_CALL, "Services", input.strings("services"))) {
            var service = cluster.services.get(Refs.name(ref));
            if (service == null) {
                failures.add(Refs.missing(call.world().arn("ecs", "service/" + cluster.name + "/" + Refs.name(ref))));
            } else {
                found.add(ServiceAnswer.of(service, input.strings("include").contains("TAGS")));
            }
        }
        return Members.none().and("services", found).and("failures", failures).map();
    }

    /** Draining services are not listed: a listing proves no absence. */
    static Map<String, Object> list(Call call) {
        var input = call.input();
        var arns = EcsState.of(call.world()).cluster(input.string("cluster")).services.values().stream()
                .filter(EcsService::isActive)
                .filter(service -> matches(input, service, "launchType"))
                .filter(service -> matches(input, service, "schedulingStrategy"))
                .map(service -> service.arn)
                .toList();
        return Page.of(input, "serviceArns", arns, USUAL_PAGE, LARGEST_PAGE);
    }

    static Map<String, Object> delete(Call call) {
        var input = call.input();
        var service = EcsState.of(call.world()).service(input.string("cluster"), input.required("service"));
        if (service.isActive()) {
            checkStoppable(service, input);
            new Draining(call.world(), service).start();
        }
        return Members.of("service", ServiceAnswer.of(service, true));
    }

    private static void checkStoppable(EcsService service, Input input) {
        if (input.bool("force").orElse(false) || "DAEMON".equals(service.members.get("schedulingStrategy"))) {
            return;
        }
        if (service.desiredCount > 0) {
            throw EcsErrors.invalid("The service cannot be stopped while it is scaled above 0.");
        }
        if (service.isDeploying()) {
            throw EcsErrors.invalid("The service cannot be stopped while deployments are active.");
        }
    }

    private static boolean matches(Input input, EcsService service, String member) {
        return input.string(member)
                .map(wanted -> wanted.equals(service.members.get(member)))
                .orElse(true);
    }
}
