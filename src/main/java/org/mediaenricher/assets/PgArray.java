package org.mediaenricher.assets;

import java.util.List;

/** A list as PostgreSQL writes an array of text (PostgreSQL manual, "Array Input and Output Syntax"). */
final class PgArray {
    private PgArray() {}

    static String literal(List<String> elements) {
        StringBuilder text = new StringBuilder("{");
        for (String element : elements) {
            if (text.length() > 1) {
                text.append(',');
            }
            quote(text, element);
        }
        return text.append('}').toString();
    }

    private static void quote(StringBuilder text, String element) {
        text.append('"');
        for (int i = 0; i < element.length(); i++) {
            char c = element.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }
}
