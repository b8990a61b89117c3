package org.mediaenricher.media.container;

import java.util.ArrayList;
import java.util.List;

/**
 * Tags and text of an XML document, as much of it as there is. It expands no entity but the five of
 * XML itself (XML 1.0, 4.6) and character references, and opens nothing: a document type declaration
 * is passed over. What is not well-formed ends the document.
 */
final class XmlTokens {
    enum Kind {
        START,
        END,
        TEXT,
        DONE
    }

    private final String xml;
    private final List<String> attributes = new ArrayList<>();
    private int at;
    private String name = "";
    private String text = "";
    private boolean closing;

    XmlTokens(String xml) {
        this.xml = xml;
    }

    /** The name of the element that starts or ends, with its prefix. */
    String name() {
        return name;
    }

    /** The text, references resolved. */
    String text() {
        return text;
    }

    /** The attributes of the element that starts: name, value, name, value. */
    List<String> attributes() {
        return attributes;
    }

    /** Goes on to the next token. */
    Kind next() {
        if (closing) {
            closing = false;
            return Kind.END;
        }
        while (at < xml.length()) {
            if (xml.charAt(at) != '<') {
                return textUpToTag();
            }
            if (!isPassedOver()) {
                return xml.startsWith("<![CDATA[", at) ? characterData() : tag();
            }
        }
        return Kind.DONE;
    }

    private Kind textUpToTag() {
        int tag = xml.indexOf('<', at);
        int end = tag < 0 ? xml.length() : tag;
        text = XmlReferences.resolved(xml.substring(at, end));
        at = end;
        return Kind.TEXT;
    }

    /** Comments, processing instructions and declarations. */
    private boolean isPassedOver() {
        if (xml.startsWith("<!--", at)) {
            at = behind("-->", at + 4);
            return true;
        }
        if (xml.startsWith("<?", at)) {
            at = behind("?>", at + 2);
            return true;
        }
        if (xml.startsWith("<!DOCTYPE", at)) {
            at = behindDeclaration();
            return true;
        }
        return false;
    }

    private int behindDeclaration() {
        int end = at;
        while (end < xml.length() && xml.charAt(end) != '>' && xml.charAt(end) != '[') {
            end++;
        }
        return behind(">", end < xml.length() && xml.charAt(end) == '[' ? behind("]", end) : end);
    }

    private int behind(String mark, int from) {
        int found = xml.indexOf(mark, from);
        return found < 0 ? xml.length() : found + mark.length();
    }

    private Kind characterData() {
        int from = at + "<![CDATA[".length();
        at = behind("]]>", from);
        text = xml.substring(from, Math.max(from, at - 3));
        return Kind.TEXT;
    }

    private Kind tag() {
        boolean end = xml.startsWith("</", at);
        at += end ? 2 : 1;
        name = name(at);
        if (name.isEmpty()) {
            return done();
        }
        at += name.length();
        if (end) {
            at = behind(">", at);
            return Kind.END;
        }
        return attributesUpToEnd() ? Kind.START : done();
    }

    private Kind done() {
        at = xml.length();
        return Kind.DONE;
    }

    private boolean attributesUpToEnd() {
        attributes.clear();
        while (skipBlanks()) {
            char c = xml.charAt(at);
            if (c == '>') {
                at++;
                return true;
            }
            if (c == '/') {
                closing = true;
                at = behind(">", at);
                return true;
            }
            if (!attribute()) {
                return false;
            }
        }
        return false;
    }

    private boolean attribute() {
        String attribute = name(at);
        at += attribute.length();
        if (attribute.isEmpty() || !skipBlanks() || xml.charAt(at++) != '=' || !skipBlanks()) {
            return false;
        }
        char quote = xml.charAt(at);
        int end = quote == '"' || quote == '\'' ? xml.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            return false;
        }
        attributes.add(attribute);
        attributes.add(XmlReferences.resolved(xml.substring(at + 1, end)));
        at = end + 1;
        return true;
    }

    private boolean skipBlanks() {
        while (at < xml.length() && xml.charAt(at) <= ' ') {
            at++;
        }
        return at < xml.length();
    }

    private String name(int from) {
        int end = from;
        while (end < xml.length() && isName(xml.charAt(end))) {
            end++;
        }
        return xml.substring(from, end);
    }

    private static boolean isName(char c) {
        return c > ' ' && c != '=' && c != '/' && c != '>' && c != '<' && c != '"' && c != '\'';
    }
}
