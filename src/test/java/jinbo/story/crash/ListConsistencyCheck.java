package jinbo.story.crash;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.format.Manifest;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.Insurers;
import jinbo.participant.insurer.LineParticipation;
import jinbo.registry.blocklist.BlockLists;
import jinbo.registry.blocklist.SealedList;
import jinbo.testing.TestExchange;

/**
 * Opens and applies every list that was delivered, and compares what the insurer then holds with what the registrations say that it must
 * hold at the list's revision, worked out here by one statement and without the registry's blocks.
 */
final class ListConsistencyCheck {

    private final TestExchange exchange;
    private final Set<Instant> times;

    /** @param times when lists can have been made */
    ListConsistencyCheck(TestExchange exchange, Set<Instant> times) {
        this.exchange = exchange;
        this.times = times;
    }

    /** What is wrong with which list; nothing, if all is well. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Insurer insurer : exchange.bean(Insurers.class).all()) {
            int newest = exchange.bean(BlockLists.class)
                    .last(insurer.code())
                    .map(list -> list.manifest().sequence())
                    .orElse(0);
            long revision = 0;
            for (int sequence = 1; sequence <= newest; sequence++) {
                SealedList list = exchange.bean(BlockLists.class)
                        .find(insurer.code(), sequence)
                        .orElse(null);
                if (list == null) {
                    faults.add(insurer.code() + " lacks the list of sequence " + sequence);
                } else {
                    check(list, insurer, revision).forEach(faults::add);
                    revision = list.manifest().revision();
                }
            }
            if (revision != exchange.bean(jinbo.registry.Registry.class).currentRevision()) {
                faults.add("the last list of " + insurer.code() + " is not of the last revision");
            }
        }
        return faults;
    }

    private Stream<String> check(SealedList list, Insurer insurer, long revisionBefore) {
        Manifest manifest = list.manifest();
        String code = insurer.code().value();
        List<String> faults = new ArrayList<>();
        String whole = exchange.lists(code).whole(manifest.sequence());
        if (!whole.lines().skip(1).toList().equals(rowsAt(insurer, manifest.revision()))) {
            faults.add("leads to other rows than its revision says");
        }
        if (!delivered(code, manifest).equals(manifest)) {
            faults.add("has a manifest that says something else than the record");
        }
        String before = manifest.sequence() == 1
                ? ""
                : exchange.bean(BlockLists.class)
                        .find(insurer.code(), manifest.sequence() - 1)
                        .map(SealedList::manifestSha256)
                        .orElse("");
        if (!manifest.previousManifestSha256().orElse("").equals(before)) {
            faults.add("is not chained to the one before");
        }
        if (manifest.revision() < revisionBefore) {
            faults.add("leads the insurer back");
        }
        if (!times.contains(manifest.asOf())) {
            faults.add("is as of " + manifest.asOf());
        }
        if (!list.isDelivered()) {
            faults.add("does not count as delivered");
        }
        return faults.stream().map(fault -> manifest.listName().fileName() + " " + fault);
    }

    private Manifest delivered(String insurer, Manifest recorded) {
        try {
            return Manifest.read(new ByteArrayInputStream(
                    exchange.opened(insurer, recorded.listName().manifestName())));
        } catch (Exception e) {
            throw new AssertionError(recorded.listName().manifestName() + " is no manifest", e);
        }
    }

    /** All complaints of these stories overlap, so one number's interval reaches from the first of its days to the last. */
    private List<String> rowsAt(Insurer insurer, long revision) {
        LineParticipation line = insurer.lines().get(0);
        return exchange.sql()
                .sql("""
                        select r.mobile || ',%s,' || min(r.effective_on) || ',' || max(r.expires_on)
                        from registration r join registration_batch b on b.id = r.batch
                        where b.revision <= ? and r.scope in (?, ?)
                        group by r.mobile order by r.mobile
                        """.formatted(line.code()))
                .params(revision, line.scope(), line.line().scope())
                .query(String.class)
                .list();
    }
}
