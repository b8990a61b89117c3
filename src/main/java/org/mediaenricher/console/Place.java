package org.mediaenricher.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address in the console.
 *
 * @param path from the root, encoded
 * @param query encoded, empty for none
 */
record Place(String path, String query) {
    static final String OVERVIEW = "/console/index.xhtml";

    private static final String SIGN_IN = "/console/sign-in.xhtml";
    private static final String RESOURCES = "/console/jakarta.faces.resource/";

    /** A page of ours, and no address of elsewhere in disguise. */
    private static final Pattern PAGE = Pattern.compile("/console/[A-Za-z0-9-]+\\.xhtml(\\?[!-~&&[^\\\\<>\"']]*)?");

    static Place of(HttpServletRequest request) {
        return new Place(
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""));
    }

    /** Whether anybody may go there. */
    boolean isOpen() {
        return path.equals(SIGN_IN) || path.equals("/console") || path.startsWith(RESOURCES);
    }

    /** Where to sign in, and then come back here. */
    String signIn() {
        String here = query.isEmpty() ? path : path + "?" + query;
        return here.equals(OVERVIEW) ? SIGN_IN : SIGN_IN + "?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    /** The page somebody wanted before they signed in; for anything that is none, the first. */
    static String wanted(String to) {
        return to != null && PAGE.matcher(to).matches() ? to : OVERVIEW;
    }
}
