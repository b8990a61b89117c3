package org.mediaenricher.api;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.mediaenricher.security.Rights;

/** All resources, from the root on. Faces has its own prefix, which the servlet rules prefer. */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles({
    Rights.READ,
    Rights.USE_CONSOLE,
    Rights.STEER_RUNS,
    Rights.STEER_QUEUE,
    Rights.MANAGE_SCHEDULES,
    Rights.EDIT_ASSETS,
    Rights.READ_AUDIT,
    Rights.MANAGE_USERS
})
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Media Enricher",
                        version = "0.1.0",
                        description = "Knows what is in an object store. Every path under /media-enricher also answers"
                                + " under /functions/v1/media-enricher. Errors are application/problem+json (RFC 9457)."
                                + " Clients may retry 429 and 5xx, never another 4xx."),
        servers = @Server(url = "/", description = "this server"),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "role, sub and app_metadata.{tenant_id, user_role} count; a service names its tenant in"
                + " X-Tenant-Id")
public class Api extends Application {}
