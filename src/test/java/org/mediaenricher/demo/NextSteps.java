package org.mediaenricher.demo;

import java.net.URI;
import java.util.List;
import org.mediaenricher.harness.EmbeddedDatabase;

/** What to try next, ready to paste. */
final class NextSteps {
    private NextSteps() {}

    static List<String> lines(URI server, String token, String bucket, EmbeddedDatabase database) {
        String bearer = " -H \"Authorization: Bearer $TOKEN\" ";
        String base = server + "/media-enricher";
        return List.of(
                "TOKEN=" + token,
                "curl -s" + bearer + base + "/runs",
                "curl -s -X POST" + bearer + "'" + base + "/backfill?bucket=" + bucket + "&mode=all' -d '{}'",
                "curl -s -X POST" + bearer + "'" + base + "/backfill?bucket=" + bucket + "&dry_run=true' -d '{}'",
                "curl -s -X POST" + bearer + "'" + base + "/backfill?bucket=" + bucket + "&looks=true' -d '{}'",
                "curl -s " + server + "/functions/v1/health",
                "PGPASSFILE=" + database.passwordFile() + " psql -h localhost -p " + database.port() + " -U "
                        + EmbeddedDatabase.OWNER + " " + EmbeddedDatabase.NAME);
    }
}
