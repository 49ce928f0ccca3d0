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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.accesslog.AccessPermit;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.ListDigest;
import jinbo.participant.insurer.Insurer;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ReferenceRegistry.Block;

/**
 * Publishes lists from the real registry, the first full, then deltas, to partners who only ever apply them; and compares them,
 * what the partners hold and the digests with what the model says. Lists are recorded, for {@code registry verify}.
 */
final class ListModelComparison {

    private final RegistryModelComparison both;
    private final ModelAnswerComparison answers;
    private final AccessPermit permit;
    private final Map<Insurer, Partner> partners = new HashMap<>();
    private int published;

    ListModelComparison(RegistryModelComparison both, ModelAnswerComparison answers) {
        this.both = both;
        this.answers = answers;
        this.permit = both.real().permit();
    }

    /** An insurer's side: the list that it holds, and until when it knows. */
    private static final class Partner {
        private final TreeMap<Long, Block> held = new TreeMap<>();
        private String digest = new ListDigest().hex();
        private Optional<RegistryMoment> knows = Optional.empty();
        private int sequence;
    }

    void publish(Insurer insurer) {
        LocalDate today = RegistryModelComparison.dateOf(both.now());
        Partner partner = partners.computeIfAbsent(insurer, any -> new Partner());
        boolean first = partner.knows.isEmpty();
        TreeMap<Long, Block> before = new TreeMap<>(partner.held);
        TreeMap<Long, Block> expected =
                ModelAnswerComparison.modelsList(both.model().blocks(when -> true), insurer, today);
        long rows;
        try (RegistrySnapshot snapshot = both.real().snapshot()) {
            TreeMap<Long, Block> full =
                    ModelAnswerComparison.list(both.real().blocks(snapshot), permit, insurer, today);
            if (first) {
                ListDigest digest = new ListDigest();
                full.forEach((number, block) -> digest.add(entry(number, block)));
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
            TreeMap<Long, Block> expected) {
        ListDigest digest = ListDigest.from(partner.digest);
        TreeMap<Long, String> told = new TreeMap<>();
        TreeMap<Long, String> due = difference(partner.held, expected);
        RegistryChanges changes = both.real().changes(snapshot, today, published % 2 == 0 ? 2 : 1000);
        changes.since(permit, insurer.sector(), partner.knows.orElseThrow()).ifPresent(sector -> {
            TreeMap<Long, String> spliced = new TreeMap<>();
            sector.forEach(change -> spliced.put(change.mobile().value(), words(change)));
            changes.ownChangesSince(permit, insurer, partner.knows.orElseThrow())
                    .forEach((number, change) -> {
                        spliced.remove(number);
                        change.ifPresent(own -> spliced.put(number, words(own)));
                    });
            assertThat(spliced)
                    .as("delta for %s, made of its sector's and its own", insurer.code())
                    .isEqualTo(due);
        });
        long count = changes.since(permit, insurer, partner.knows.orElseThrow(), change -> {
            long number = change.mobile().value();
            Optional<Block> before = change.before().map(ModelAnswerComparison::block);
            Optional<Block> after = change.after().map(ModelAnswerComparison::block);
            assertThat(told).as("numbers in order").doesNotContainKey(number);
            assertThat(told.isEmpty() || told.lastKey() < number)
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

    private static TreeMap<Long, String> difference(TreeMap<Long, Block> before, TreeMap<Long, Block> after) {
        TreeMap<Long, String> difference = new TreeMap<>();
        TreeMap<Long, Block> all = new TreeMap<>(before);
        all.putAll(after);
        for (long number : all.keySet()) {
            Optional<Block> then = Optional.ofNullable(before.get(number));
            Optional<Block> now = Optional.ofNullable(after.get(number));
            if (!then.equals(now)) {
                difference.put(number, then + " -> " + now);
            }
        }
        return difference;
    }

    private static BlockListEntry entry(long number, Block block) {
        return new BlockListEntry(new Mobile(number), block.from(), block.until());
    }

    /** The sum of the entries' hashes, by the book. */
    private static String digest(TreeMap<Long, Block> list) {
        BigInteger sum = BigInteger.ZERO;
        for (Map.Entry<Long, Block> entry : list.entrySet()) {
            sum = sum.add(new BigInteger(1, sha256(line(entry.getKey(), entry.getValue()))));
        }
        return "%064x".formatted(sum.mod(BigInteger.TWO.pow(256)));
    }

    private static String line(long number, Block block) {
        return number + "," + block.from() + "," + block.until();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** A full list's CSV, by the format page. */
    private static String full(TreeMap<Long, Block> list) {
        StringBuilder csv = new StringBuilder("mobile,effective_on,expires_on\r\n");
        list.forEach((number, block) -> csv.append(line(number, block)).append("\r\n"));
        return csv.toString();
    }

    /** A delta's CSV, by the format page. */
    private static String delta(TreeMap<Long, Block> before, TreeMap<Long, Block> after) {
        StringBuilder csv = new StringBuilder("action,mobile,effective_on,expires_on\r\n");
        for (long number : difference(before, after).keySet()) {
            csv.append(
                            after.containsKey(number)
                                    ? (before.containsKey(number) ? "CHANGE," : "ADD,")
                                            + line(number, after.get(number))
                                    : "REMOVE," + number + ",,")
                    .append("\r\n");
        }
        return csv.toString();
    }

    private void record(Insurer insurer, Partner partner, boolean full, long rows, String csv) {
        both.real()
                .sql()
                .sql("""
                with run as (
                    insert into publication (as_of, use_by, revision) values (:asOf, :day, :revision) returning id
                )
                insert into block_list (insurer, sequence, publication, kind, revision, as_of, use_by, rows, entries, size, sha256,
                                        content_sha256, list_digest, encrypted_to, manifest_sha256, access_log_index)
                select :insurer, :sequence, run.id, :kind, :revision, :asOf, :day, :rows, :entries, 0, '', :content, :digest, '{}',
                       '', :entry
                from run
                """)
                .param("asOf", both.now().atOffset(ZoneOffset.UTC))
                .param("day", partner.knows.orElseThrow().day())
                .param("revision", partner.knows.orElseThrow().revision())
                .param("insurer", insurer.code().value())
                .param("sequence", partner.sequence)
                .param("kind", full ? "full" : "delta")
                .param("rows", rows)
                .param("entries", partner.held.size())
                .param("content", HexFormat.of().formatHex(sha256(csv)))
                .param("digest", partner.digest)
                .param("entry", permit.accessId())
                .update();
    }
}
