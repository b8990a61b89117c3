package org.mediaenricher.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/** The routes of the functions this server replaces: a front end changes only its base address. */
@Provider
@PreMatching
public class FunctionsAlias implements ContainerRequestFilter {
    private static final String OLD = "/functions/v1/media-enricher";
    private static final String NEW = "/media-enricher";

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo asked = request.getUriInfo();
        String path = asked.getRequestUri().getRawPath();
        if (path.equals(OLD) || path.startsWith(OLD + "/")) {
            request.setRequestUri(asked.getRequestUriBuilder()
                    .replacePath(NEW + path.substring(OLD.length()))
                    .build());
        }
    }
}
