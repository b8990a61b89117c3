package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mediaenricher.security.Caller;
import org.mediaenricher.security.ConsoleCookie;
import org.mediaenricher.security.Rights;
import org.mediaenricher.security.Role;
import org.mediaenricher.security.SessionSecret;

/** Whoever looks at a page. */
@Named
@RequestScoped
public class Visitor {
    @Inject
    private Caller caller;

    @Inject
    private HttpServletRequest request;

    /** Whether they may use the console. */
    public boolean isSignedIn() {
        return caller.may(Rights.USE_CONSOLE);
    }

    /** Their name. */
    public String getName() {
        return caller.user();
    }

    /** What they are: {@code viewer}, {@code operator} or {@code admin}. */
    public String getRole() {
        return caller.userRole().map(Role::word).orElse("");
    }

    /** Whether they have that right, one of {@link Rights}. */
    public boolean may(String right) {
        return caller.may(right);
    }

    /** {@code dark} or {@code light}, as they chose; null, for no attribute, while they leave it to their system. */
    public String getTheme() {
        return Stream.of(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals("media-enricher-theme"))
                .map(Cookie::getValue)
                .filter(List.of("dark", "light")::contains)
                .findFirst()
                .orElse(null);
    }

    /** What each form of theirs must bring along. */
    public String getFormToken() {
        return ConsoleCookie.secret(request).map(SessionSecret::formToken).orElse("");
    }

    /** The name of the field it stands in. */
    public String getFormField() {
        return FormOrigin.FIELD;
    }
}
