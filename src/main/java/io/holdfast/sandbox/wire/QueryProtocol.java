package io.holdfast.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** AWS Query: a form with dotted names goes in, XML comes out. */
final class QueryProtocol implements Protocol {

    /** The namespaces of the answers (the services' API models, {@code xmlNamespace}). */
    private static final Map<String, String> NAMESPACES = Map.of(
            "iam", "https://iam.amazonaws.com/doc/2010-05-08/",
            "sts", "https://sts.amazonaws.com/doc/2011-06-15/",
            "rds", "http://rds.amazonaws.com/doc/2014-10-31/",
            "elasticache", "http://elasticache.amazonaws.com/doc/2015-02-02/",
            "monitoring", "http://monitoring.amazonaws.com/doc/2010-08-01/");

    private static final int SERVER_ERRORS = 500;

    @Override
    public Operation read(String path, Map<String, String> headers, byte[] body) {
        var members = QueryTree.parse(new String(body, StandardCharsets.UTF_8));
        if (!(members.remove("Action") instanceof String action) || action.isEmpty()) {
            throw AwsError.badRequest("MissingAction", "The request must contain the parameter Action.");
        }
        members.remove("Version");
        return new Operation(action, new Input(members));
    }

    @Override
    public Encoded answer(String service, String operation, Map<String, Object> output, String requestId) {
        var members = new LinkedHashMap<String, Object>();
        members.put(operation + "Result", output);
        members.put("ResponseMetadata", Map.of("RequestId", requestId));
        return xml(OK, service, operation + "Response", members);
    }

    @Override
    public Encoded refuse(String service, AwsError error, String requestId) {
        var reason = new LinkedHashMap<String, Object>();
        reason.put("Type", fault(error));
        reason.put("Code", error.code());
        reason.put("Message", error.getMessage());
        reason.putAll(error.members());
        var members = new LinkedHashMap<String, Object>();
        members.put("Error", reason);
        members.put("RequestId", requestId);
        return xml(error.status(), service, "ErrorResponse", members);
    }

    /** How the protocols that replaced Query tell clients the code Query would have given. */
    static String errorHeader(AwsError error) {
        return error.code() + ";" + fault(error);
    }

    private static String fault(AwsError error) {
        return error.status() < SERVER_ERRORS ? "Sender" : "Receiver";
    }

    private static Encoded xml(int status, String service, String root, Map<String, Object> members) {
        var namespace = NAMESPACES.getOrDefault(service, "http://" + service + ".amazonaws.com/doc/");
        return new Encoded(status, Map.of("Content-Type", "text/xml"), Xml.write(root, namespace, members));
    }
}
