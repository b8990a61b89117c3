package org.mediaenricher.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mediaenricher.problems.Problem;

/**
 * The address of the page being shown. All of a page's state stands in it (filters, place in a list), so it survives a
 * reload, goes back with the browser's button and can be sent to somebody. Fields of a posted form are none of it.
 */
@Named
@RequestScoped
public class Address {
    private static final int LONGEST = 1024;

    @Inject
    private HttpServletRequest request;

    /** Path and query, encoded: where the forms of this page post to. */
    public String getHere() {
        return address(parameters());
    }

    /** What the query says of {@code name}, stripped; empty when it says nothing. */
    public String text(String name) {
        String given = parameters().getOrDefault(name, "").strip();
        if (given.length() > LONGEST || given.chars().anyMatch(Character::isISOControl)) {
            throw refused(name, "is too long, or has characters that cannot be shown");
        }
        return given;
    }

    /** The same, empty for an empty one. */
    public Optional<String> given(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /**
     * What the query names by an id.
     *
     * @throws Problem NOT_FOUND when that is none
     */
    public UUID id(String name) {
        try {
            return UUID.fromString(text(name));
        } catch (IllegalArgumentException none) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is nothing under this address.");
        }
    }

    /**
     * What the query names by a number.
     *
     * @throws Problem NOT_FOUND when that is none
     */
    public long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException none) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is nothing under this address.");
        }
    }

    /** This page with another value for one parameter; at the beginning of its list, unless that is what changes. */
    public String with(String name, Object value) {
        Map<String, String> changed = parameters();
        changed.remove("after");
        changed.put(name, String.valueOf(value));
        return address(changed);
    }

    /** This page, with other values for some parameters, at the beginning of its list. */
    String with(Map<String, String> values) {
        Map<String, String> changed = parameters();
        changed.remove("after");
        changed.putAll(new TreeMap<>(values));
        return address(changed);
    }

    /** This page without one parameter. */
    public String without(String name) {
        Map<String, String> changed = parameters();
        changed.remove(name);
        return address(changed);
    }

    /** Whether anything is asked for but a place in the list. */
    public boolean isFiltered() {
        Map<String, String> asked = parameters();
        asked.remove("after");
        return !asked.isEmpty();
    }

    /** Whether this is that page, whatever its query. */
    public boolean isAt(String page) {
        return request.getRequestURI().equals(page);
    }

    /** Whether a page that is being looked at asks for what is new of it. */
    public boolean isLive() {
        return "live".equals(request.getHeader("X-Requested-With"));
    }

    /**
     * Whether a posted form is being read. Then each button is there, for it was where it was pressed, whatever became
     * meanwhile of what it acts on: the act itself tells that.
     */
    public boolean isTaking() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    private String address(Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private Map<String, String> parameters() {
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair :
                Optional.ofNullable(request.getQueryString()).orElse("").split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && !parts[1].isEmpty()) {
                found.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return found;
    }

    /** A text as it may stand in an address. */
    public String encode(String text) {
        return encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw refused(text, "is not encoded as addresses are");
        }
    }

    /** The values of a field of the posted form that may have several. */
    public List<String> posted(String field) {
        String[] values = request.getParameterValues(field);
        return values == null ? List.of() : List.of(values);
    }

    private static Problem refused(String name, String why) {
        return Problem.invalid(Map.of(name, why));
    }
}
