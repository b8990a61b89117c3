package org.mediaenricher.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.mediaenricher.assets.OriginalPicture;
import org.mediaenricher.assets.OriginalPictures;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.storage.StoreFailure;

/**
 * {@code /console/picture?asset=<id>}: a picture of the tenant's, as it is. What it may do in a browser is nothing,
 * should it be opened by itself. Whatever is no picture, or too large, is not there.
 */
@WebServlet("/console/picture")
public class PictureDoor extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int BLOCK = 1 << 16;

    @Inject
    private transient OriginalPictures pictures;

    @Inject
    private transient Address address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (OriginalPicture picture = pictures.open(address.id("asset")).orElseThrow(PictureDoor::nothing)) {
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "private, no-cache");
            String tag = tag(picture.etag());
            response.setHeader("ETag", tag);
            if (tag.equals(request.getHeader("If-None-Match"))) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            } else {
                send(picture, response);
            }
        } catch (StoreFailure away) {
            if (response.isCommitted()) {
                throw new IOException(away);
            }
            throw new Problem(Problem.Kind.NOT_FOUND, "The picture cannot be had from the store now.");
        }
    }

    private static void send(OriginalPicture picture, HttpServletResponse response) throws IOException {
        byte[] block = new byte[BLOCK];
        int read = picture.bytes().read(0, block, 0, BLOCK);
        response.setContentType(picture.contentType());
        response.setContentLengthLong(picture.size());
        for (long at = 0; read > 0; read = picture.bytes().read(at, block, 0, BLOCK)) {
            response.getOutputStream().write(block, 0, read);
            at += read;
        }
    }

    /** A store's own may hold any character. */
    private static String tag(String etag) {
        return '"' + HexFormat.of().formatHex(etag.getBytes(StandardCharsets.UTF_8)) + '"';
    }

    private static Problem nothing() {
        return new Problem(Problem.Kind.NOT_FOUND, "There is no picture to show of this.");
    }
}
