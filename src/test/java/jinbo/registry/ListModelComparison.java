package jinbo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.ListDigest;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ModelAnswerComparison.Listed;
import jinbo.registry.ReferenceRegistry.Block;

/**
 * Publishes full lists and deltas from the real registry to partners that only apply them. Compares lists, partners and
 * digests with the model. Lists are recorded for {@code registry verify}.
 */
final class ListModelComparison {

    private final RegistryModelComparison both;
    private final ModelAnswerComparison answers;
    private final AccessPermit permit;
    private final Map<InsurerCode, Partner> partners = new HashMap<>();
    private int published;

    ListModelComparison(RegistryModelComparison both, ModelAnswerComparison answers) {
        this.both = both;
        this.answers = answers;
        this.permit = both.real().permit();
    }

    /** An insurer's copy of the list. */
    private static final class Partner {
        private final TreeMap<Listed, Block> held = new TreeMap<>();
        private String digest = new ListDigest().hex();
        private Optional<RegistryMoment> knows = Optional.empty();
        private List<LineParticipation> lines = List.of();
        private int sequence;
    }

    void publish(Insurer insurer) {
        LocalDate today = RegistryModelComparison.dateOf(both.now());
        Partner partner = partners.computeIfAbsent(insurer.code(), any -> new Partner());
        List<LineParticipation> lines = insurer.linesOn(today);
        boolean first = partner.knows.isEmpty() || !codes(partner.lines).equals(codes(lines));
        partner.lines = lines;
        TreeMap<Listed, Block> before = new TreeMap<>(partner.held);
        TreeMap<Listed, Block> expected =
                ModelAnswerComparison.modelsList(both.model().blocks(when -> true), lines, today);
        long rows;
        try (RegistrySnapshot snapshot = both.real().snapshot()) {
            TreeMap<Listed, Block> full =
                    ModelAnswerComparison.list(both.real().blocks(snapshot), permit, lines, today);
            if (first) {
                ListDigest digest = new ListDigest();
                full.forEach((number, block) -> digest.add(entry(number, block)));
                partner.held.clear();
                partner.held.putAll(full);
                partner.digest = digest.hex();
                rows = full.size();
            } else {
                rows = applyDelta(partner, snapshot, insurer, today, expected);
            }
            assertThat(answers.lines(partner.held))
                    .as("what %s holds after a %s, and a full list", insurer.code(), first ? "full list" : "delta")
                    .isEqualTo(answers.lines(full));
            partner.knows = Optional.of(new RegistryMoment(snapshot.revision(), today));
        }
        assertThat(answers.lines(partner.held))
                .as("what %s holds and the model says", insurer.code())
                .isEqualTo(answers.lines(expected));
        assertThat(partner.digest).as("digest of %s", insurer.code()).isEqualTo(digest(expected));
        partner.sequence++;
        published++;
        record(insurer, partner, first, rows, first ? full(partner.held) : delta(before, partner.held));
    }

    int published() {
        return published;
    }

    private long applyDelta(
            Partner partner,
            RegistrySnapshot snapshot,
            Insurer insurer,
            LocalDate today,
            TreeMap<Listed, Block> expected) {
        ListDigest digest = ListDigest.from(partner.digest);
        TreeMap<Listed, String> told = new TreeMap<>();
        TreeMap<Listed, String> due = difference(partner.held, expected);
        RegistryChanges changes = both.real().changes(snapshot, today, published % 2 == 0 ? 2 : 1000);
        List<BusinessLine> business =
                partner.lines.stream().map(LineParticipation::line).toList();
        changes.since(permit, business, partner.knows.orElseThrow()).ifPresent(shared -> {
            TreeMap<Listed, String> spliced = new TreeMap<>();
            shared.forEach(change -> spliced.put(listed(change), words(change)));
            changes.ownChangesSince(permit, partner.lines, partner.knows.orElseThrow())
                    .forEach((number, own) -> {
                        spliced.keySet().removeIf(listed -> listed.number() == number);
                        own.forEach(change -> spliced.put(listed(change), words(change)));
                    });
            assertThat(spliced)
                    .as("delta for %s, made of its lines' and its own", insurer.code())
                    .isEqualTo(due);
        });
        long count = changes.since(permit, partner.lines, partner.knows.orElseThrow(), change -> {
            Listed number = listed(change);
            Optional<Block> before = change.before().map(ModelAnswerComparison::block);
            Optional<Block> after = change.after().map(ModelAnswerComparison::block);
            assertThat(told).as("numbers in order").doesNotContainKey(number);
            assertThat(told.isEmpty() || told.lastKey().compareTo(number) < 0)
                    .as("numbers in order")
                    .isTrue();
            told.put(number, words(change));
            before.ifPresent(block -> digest.remove(entry(number, block)));
            after.ifPresent(block -> digest.add(entry(number, block)));
            after.ifPresentOrElse(block -> partner.held.put(number, block), () -> partner.held.remove(number));
        });
        assertThat(told).as("delta for %s", insurer.code()).isEqualTo(due);
        assertThat(count).as("rows of the delta for %s", insurer.code()).isEqualTo(due.size());
        partner.digest = digest.hex();
        return count;
    }

    private static String words(BlockChange change) {
        return change.before().map(ModelAnswerComparison::block) + " -> "
                + change.after().map(ModelAnswerComparison::block);
    }

    private static TreeMap<Listed, String> difference(TreeMap<Listed, Block> before, TreeMap<Listed, Block> after) {
        TreeMap<Listed, String> difference = new TreeMap<>();
        TreeMap<Listed, Block> all = new TreeMap<>(before);
        all.putAll(after);
        for (Listed number : all.keySet()) {
            Optional<Block> then = Optional.ofNullable(before.get(number));
            Optional<Block> now = Optional.ofNullable(after.get(number));
            if (!then.equals(now)) {
                difference.put(number, then + " -> " + now);
            }
        }
        return difference;
    }

    private static Listed listed(BlockChange change) {
        return new Listed(change.mobile().value(), change.line().value());
    }

    private static List<String> codes(List<LineParticipation> lines) {
        return lines.stream().map(line -> line.code().value()).toList();
    }

    private static BlockListEntry entry(Listed listed, Block block) {
        return new BlockListEntry(
                new Mobile(listed.number()), new LineCode(listed.line()), block.from(), block.until());
    }

    /** The sum of the entries' hashes, by the format page. */
    private static String digest(TreeMap<Listed, Block> list) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<Listed, Block> entry : list.entrySet()) {
            sum = sum.add(new BigInteger(1, sha256(line(entry.getKey(), entry.getValue()))));
        }
        return "%064x".formatted(sum.mod(BigInteger.TWO.pow(256)));
    }

    private static String line(Listed listed, Block block) {
        return listed.number() + "," + listed.line() + "," + block.from() + "," + block.until();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** By the format page. */
    private static String full(TreeMap<Listed, Block> list) {
        StringBuilder csv = new StringBuilder("mobile,business_line,effective_on,expires_on\r\n");
        list.forEach((number, block) -> csv.append(line(number, block)).append("\r\n"));
        return csv.toString();
    }

    /** By the format page. */
    private static String delta(TreeMap<Listed, Block> before, TreeMap<Listed, Block> after) {
        StringBuilder csv = new StringBuilder("action,mobile,business_line,effective_on,expires_on\r\n");
        for (Listed number : difference(before, after).keySet()) {
            csv.append(
                            after.containsKey(number)
                                    ? (before.containsKey(number) ? "CHANGE," : "ADD,")
                                            + line(number, after.get(number))
                                    : "REMOVE," + number.number() + "," + number.line() + ",,")
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static List<String> counts(Partner partner) {
        return codes(partner.lines).stream()
                .map(line -> Long.toString(partner.held.keySet().stream()
                        .filter(listed -> listed.line().equals(line))
                        .count()))
                .toList();
    }

    private void record(Insurer insurer, Partner partner, boolean full, long rows, String csv) {
        both.real()
                .sql()
                .sql("""
                with run as (
                    insert into publication (as_of, use_by, revision) values (:asOf, :day, :revision) returning id
                )
                insert into block_list (insurer, sequence, publication, kind, business_lines, entries_by_line, revision, as_of, use_by,
                                        rows, entries, size, sha256,
                                        content_sha256, list_digest, encrypted_to, manifest_sha256, access_log_index)
                select :insurer, :sequence, run.id, :kind, string_to_array(:lines, ','), string_to_array(:counts, ',')::bigint[],
                       :revision, :asOf, :day, :rows, :entries, 0, '', :content, :digest, '{}',
                       '', :entry
                from run
                """)
                .param("asOf", both.now().atOffset(ZoneOffset.UTC))
                .param("day", partner.knows.orElseThrow().day())
                .param("revision", partner.knows.orElseThrow().revision())
                .param("insurer", insurer.code().value())
                .param("sequence", partner.sequence)
                .param("lines", String.join(",", codes(partner.lines)))
                .param("counts", String.join(",", counts(partner)))
                .param("kind", full ? "full" : "delta")
                .param("rows", rows)
                .param("entries", partner.held.size())
                .param("content", HexFormat.of().formatHex(sha256(csv)))
                .param("digest", partner.digest)
                .param("entry", permit.accessId())
                .update();
    }
}
