package io.holdfast.web;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** What can be done with a path: 405 has to say so (RFC 9110, section 15.5.6), and the framework leaves it out. */
final class AllowedMethods {
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private AllowedMethods() {}

    /** As the header {@code Allow} lists them. */
    static String of(String path) {
        SortedSet<String> methods = new TreeSet<>();
        Deployment deployment = ResteasyReactiveRecorder.getCurrentDeployment();
        RuntimeResourceVisitor.visitRuntimeResources(
                deployment.getPrefix(), deployment.getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String template, RuntimeResource resource) {
                        if (fits(template, path)) {
                            methods.add(resource.getHttpMethod());
                        }
                    }
                });
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    private static boolean fits(String template, String path) {
        String pattern = PARAMETER
                .splitAsStream(tidy(template) + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/]+"));
        return (tidy(path) + " ").matches(pattern);
    }

    private static String tidy(String path) {
        return ("/" + path).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
