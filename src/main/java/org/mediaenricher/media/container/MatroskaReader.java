package org.mediaenricher.media.container;

/** Matroska and WebM (RFC 9559): EBML documents (RFC 8794) whose document type says which of the two. */
final class MatroskaReader implements FormatReader {
    private static final int EBML = 0x1a45dfa3;
    private static final int DOC_TYPE = 0x4282;
    private static final int SEGMENT = 0x18538067;

    @Override
    public boolean recognises(ByteWindow window) {
        return window.has(0, 5) && window.i32(0) == EBML;
    }

    @Override
    public void read(ByteWindow window, FactsBuilder facts) {
        Elements elements = Elements.ofFile(window);
        String type = docType(window, elements);
        if (!type.equals("webm") && !type.equals("matroska")) {
            throw Unreadable.unsupported("an EBML document of a type that is neither WebM nor Matroska");
        }
        for (Element element = elements.next(); element != null; element = elements.next()) {
            if (element.id() == SEGMENT) {
                new MatroskaSegment(window, element, facts).read(type.equals("webm"));
                return;
            }
        }
        throw Unreadable.truncated("the segment, which holds all media, is missing");
    }

    /** The document type (RFC 8794, 11.2.6); matroska where the header does not say (RFC 9559, 27.1). */
    private static String docType(ByteWindow window, Elements document) {
        Elements header = Elements.in(window, document.next());
        for (Element element = header.next(); element != null; element = header.next()) {
            if (element.id() == DOC_TYPE) {
                return header.text(element);
            }
        }
        return "matroska";
    }
}
