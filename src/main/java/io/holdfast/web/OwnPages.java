package io.holdfast.web;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses requests that a page of somebody else makes a browser send: the port is open to whoever sits at this machine,
 * not to every page they visit. Programs send no Origin and are not concerned.
 */
@Provider
public class OwnPages implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        if (origin == null || Methods.isLook(request.getMethod())) {
            return;
        }
        String host = request.getHeaderString(HttpHeaders.HOST);
        if (!origin.equals("http://" + host) && !origin.equals("https://" + host)) {
            throw new ForbiddenException("requests from other sites' pages are not served");
        }
    }
}
