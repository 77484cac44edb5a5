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
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Refuses query parameters that the method asked for does not have, and those that are given twice. */
@Provider
public class UnknownParameters implements ContainerRequestFilter {
    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();
    private final ResourceInfo resource;

    /** Made by JAX-RS. */
    public UnknownParameters(@Context ResourceInfo resource) {
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getUriInfo().getQueryParameters();
        SortedSet<String> allowed = known.computeIfAbsent(resource.getResourceMethod(), UnknownParameters::of);
        Optional<String> wrong = given.keySet().stream()
                .filter(it -> !allowed.contains(it) || given.get(it).size() > 1)
                .sorted()
                .findFirst();
        wrong.ifPresent(it -> {
            String allowance = allowed.isEmpty() ? "there are none here" : "there is " + String.join(", ", allowed);
            throw new BadRequestException("query parameter " + it + " is unknown or given twice; " + allowance);
        });
    }

    private static SortedSet<String> of(Method method) {
        return Arrays.stream(method.getParameters())
                .map(UnknownParameters::name)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> name(Parameter parameter) {
        return Optional.ofNullable(parameter.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }
}
