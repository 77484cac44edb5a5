package io.holdfast.web;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** The resource methods of the running application, asked of the framework that routes to them. */
final class Endpoints {
    private Endpoints() {}

    /**
     * One method and path.
     *
     * @param method GET, POST, …
     * @param path with {@code {parameters}}
     * @param consumes the media type of its body, empty where it takes any or none
     */
    record Endpoint(String method, String path, String consumes) {
        boolean isOfAnEnvironment() {
            return path.contains("{environment}");
        }

        /** A path of its own in an environment. */
        String in(String environment) {
            return path.replace("{environment}", environment).replaceAll("\\{[^}]+}", "anything");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Endpoint> all() {
        Map<String, Endpoint> found = new TreeMap<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                ResteasyReactiveRecorder.getCurrentDeployment().getPrefix(),
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        String whole = path.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
                        String consumes = resource.getConsumes().isEmpty()
                                ? ""
                                : resource.getConsumes().get(0).toString();
                        Endpoint endpoint = new Endpoint(resource.getHttpMethod(), whole, consumes);
                        found.put(endpoint.toString(), endpoint);
                    }
                });
        return List.copyOf(found.values());
    }
}
