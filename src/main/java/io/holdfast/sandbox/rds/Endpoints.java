package io.holdfast.sandbox.rds;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where an instance is reached: a name made of its identifier, a mark of the account, and the region. */
final class Endpoints {

    private static final String HOSTED_ZONE = "Z2R2ITUGPM61AM";

    private Endpoints() {}

    static Map<String, Object> of(Databases databases, DbInstance instance) {
        var world = databases.world();
        var mark = "c" + Long.toString(Long.parseLong(world.account()), Character.MAX_RADIX);
        var endpoint = new LinkedHashMap<String, Object>();
        endpoint.put("Address", instance.id() + "." + mark + "." + world.region() + ".rds.amazonaws.com");
        endpoint.put("Port", instance.live().number(Setting.PORT));
        endpoint.put("HostedZoneId", HOSTED_ZONE);
        return endpoint;
    }
}
