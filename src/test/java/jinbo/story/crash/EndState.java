package jinbo.story.crash;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import jinbo.exchange.format.Receipt;
import jinbo.testing.TestExchange;

/**
 * What an exchange has come to, in lines that say nothing of the order between insurers, of inner numbers, or of times that
 * are as they must be: two exchanges to which the same things happened come to the same lines.
 *
 * @param lines sorted; one that stands there twice happened twice
 */
record EndState(List<String> lines) {

    /**
     * Looks at everything.
     *
     * @param receivedAt when each file must have been received, by its name on the drop
     * @param releasedAt when a file was released, by the number that its stem ends with
     */
    static EndState of(TestExchange exchange, Map<String, Instant> receivedAt, Map<String, Instant> releasedAt) {
        List<String> lines =
                new Description(exchange, new ExpectedTimes(exchange, receivedAt, releasedAt)).everything();
        Collections.sort(lines);
        return new EndState(List.copyOf(lines));
    }

    /** What is here and not there, as often as it is here more often. */
    List<String> beyond(EndState other) {
        List<String> more = new ArrayList<>(lines);
        other.lines.forEach(more::remove);
        return more;
    }

    private record Description(TestExchange exchange, ExpectedTimes due) {

        List<String> everything() {
            List<String> lines = new ArrayList<>();
            files(lines);
            registrations(lines);
            answers(lines);
            lines.addAll(texts("select 'block ' || mobile || ' ' || scope from block"));
            for (String insurer : List.of("YUNHE", "CHANGQING", "BEIDOU")) {
                folder(lines, insurer + "/upload", exchange.drop(insurer, "upload"));
                folder(lines, insurer + "/archive", exchange.drop(insurer, "archive"));
                folder(lines, insurer + "/download", exchange.drop(insurer, "download"));
                folder(
                        lines,
                        "quarantine/" + insurer,
                        exchange.home().resolve("quarantine").resolve(insurer));
            }
            spool(lines);
            return lines;
        }

        private void files(List<String> lines) {
            exchange.sql()
                    .sql("select *, finding_counts::text as counts from inbound_file")
                    .query(row -> {
                        String name = row.getString("remote_name");
                        Instant received = row.getTimestamp("received_at").toInstant();
                        LocalDate effectiveOn = row.getObject("effective_on", LocalDate.class);
                        lines.add(String.join(
                                " ",
                                "file",
                                row.getString("insurer"),
                                name,
                                row.getString("stem"),
                                row.getString("sha256"),
                                row.getString("status"),
                                row.getString("rows"),
                                row.getString("accepted"),
                                row.getString("refused"),
                                row.getString("warned"),
                                row.getString("counts"),
                                row.getString("operator_detail"),
                                "archived as " + row.getString("archived_as"),
                                "answers " + row.getString("judged_answer") + " " + row.getString("finished_answer"),
                                due.received(name, received),
                                effectiveOn == null ? "no effect" : due.effective(name, effectiveOn)));
                    });
        }

        private void registrations(List<String> lines) {
            exchange.sql().sql("""
                    select f.remote_name, b.registered_at, b.registered_on, b.calendar_version, b.effective_on as of_batch, r.*
                    from registration r join registration_batch b on b.id = r.batch join inbound_file f on f.id = b.inbound_file
                    """).query(row -> {
                String name = row.getString("remote_name");
                LocalDate effectiveOn = row.getObject("effective_on", LocalDate.class);
                lines.add(String.join(
                        " ",
                        "act",
                        name,
                        row.getString("line"),
                        row.getString("mobile"),
                        row.getString("scope"),
                        row.getString("complaint"),
                        row.getString("complained_on"),
                        row.getString("calendar_version"),
                        due.registered(name, row.getTimestamp("registered_at").toInstant()),
                        due.registered(name, row.getObject("registered_on", LocalDate.class)),
                        due.effective(name, row.getObject("of_batch", LocalDate.class)),
                        due.effective(name, effectiveOn),
                        ExpectedTimes.term(effectiveOn, row.getObject("expires_on", LocalDate.class))));
            });
        }

        private void answers(List<String> lines) {
            exchange.sql().sql("""
                    select a.*, f.remote_name from answer a join inbound_file f on f.id = a.inbound_file
                    """).query(row -> {
                String insurer = row.getString("insurer");
                String name = row.getString("name");
                String delivered = row.getString("delivered_at") == null ? "not delivered" : "delivered";
                byte[] clear = exchange.opened(insurer, name);
                String content = row.getString("kind").equals("RECEIPT")
                        ? receipt(row.getString("remote_name"), TestExchange.receiptIn(name, clear))
                        : new String(clear, StandardCharsets.UTF_8);
                lines.add("answer " + insurer + " " + name + " " + delivered + " " + content);
            });
        }

        private String receipt(String file, Receipt receipt) {
            return receipt.file() + " " + receipt.sha256() + " " + receipt.status() + " " + receipt.tally() + " "
                    + due.received(file, receipt.receivedAt()) + " "
                    + receipt.effectiveOn().map(day -> due.effective(file, day)).orElse("no effect");
        }

        /** Lists are looked at elsewhere: how many there are depends on where a run was cut short. */
        private void folder(List<String> lines, String shown, Path folder) {
            for (String name : FolderHashes.names(folder)) {
                if (!name.startsWith("blocklist-") || name.endsWith(".part")) {
                    lines.add("in " + shown + ": " + name.replaceFirst("\\.\\d+\\.(pgp|reason)", ".$1"));
                }
            }
        }

        private void spool(List<String> lines) {
            Path inbound = exchange.home().resolve("spool/inbound");
            for (String id : FolderHashes.names(inbound)) {
                String stem = texts("select stem from inbound_file where id = " + id).stream()
                        .findFirst()
                        .orElse("no file");
                lines.add("in spool, of " + stem + ": " + FolderHashes.names(inbound.resolve(id)));
            }
        }

        private List<String> texts(String query) {
            return exchange.sql().sql(query).query(String.class).list();
        }
    }
}
