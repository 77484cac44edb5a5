package io.holdfast.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Refuses query parameters that the method asked for does not have, and those that are given twice and mean one thing. */
@Provider
public class UnknownParameters implements ContainerRequestFilter {
    private final Map<Method, SortedMap<String, Boolean>> known = new ConcurrentHashMap<>();
    private final ResourceInfo resource;

    /** Made by JAX-RS. */
    public UnknownParameters(@Context ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getUriInfo().getQueryParameters();
        SortedMap<String, Boolean> allowed = known.computeIfAbsent(resource.getResourceMethod(), UnknownParameters::of);
        Optional<String> wrong = given.keySet().stream()
                .filter(it -> !allowed.containsKey(it) || (given.get(it).size() > 1 && !allowed.get(it)))
                .sorted()
                .findFirst();
        wrong.ifPresent(it -> {
            String allowance =
                    allowed.isEmpty() ? "there are none here" : "there is " + String.join(", ", allowed.keySet());
            throw new BadRequestException("query parameter " + it + " is unknown or given twice; " + allowance);
        });
        withoutValue(request.getUriInfo().getRequestUri())
                .filter(it -> allowed.getOrDefault(it, false))
                .findFirst()
                .ifPresent(it -> {
                    // The framework makes a list without it, and the filter would not be there.
                    throw new BadRequestException("query parameter " + it + " is empty; it is left out for no filter");
                });
    }

    private static Stream<String> withoutValue(URI uri) {
        return Optional.ofNullable(uri.getRawQuery()).stream()
                .flatMap(it -> Arrays.stream(it.split("&", -1)))
                .filter(it -> it.indexOf('=') < 0 || it.indexOf('=') == it.length() - 1)
                .map(it -> URLDecoder.decode(it.replaceFirst("=$", ""), StandardCharsets.UTF_8));
    }

    /** By name, whether it may be given several times: a list means several things. */
    private static SortedMap<String, Boolean> of(Method method) {
        SortedMap<String, Boolean> allowed = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                allowed.put(query.value(), parameter.getType() == List.class);
            }
        }
        return allowed;
    }
}
