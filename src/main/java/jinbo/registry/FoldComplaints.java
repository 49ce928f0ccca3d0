package jinbo.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.LineParticipation;

/**
 * Applies the complaints of a batch to the stored blocks by rule 4, some hundred pages at a time. It leaves out numbers
 * that have a consumer's registration; {@link RederiveBlocks} derives their blocks (rule 5).
 *
 * <p>The blocks of all complaints of a batch begin on the same day, so the order of complaints does not matter: the
 * latest end counts. {@code registry verify} compares the result with {@link DerivedBlocks}.
 */
final class FoldComplaints {

    /** With {@code offset 0} PostgreSQL looks up each thousand by index, whatever number of rows it estimates. */
    private static final String IN_THOUSANDS = """
            select w.mobile from unnest(?) as t (thousand)
            cross join lateral (select mobile from last_consumer_registration
                                where mobile between t.thousand * 1000::bigint and t.thousand * 1000::bigint + 999 offset 0) w
            """;

    private final BlockScopes known;
    private final ComplaintScopes targets;
    /** In the order of {@link ComplaintScopes#lines}: the scopes of a line and of the uploader in it. */
    private final List<Bound> bound = new ArrayList<>();

    private final int registeredOn;
    private final Map<Term, Integer> blocks = new EnumMap<>(Term.class);
    private final LongStream.Builder leftOut = LongStream.builder();

    private record Bound(short line, short uploader) {}

    /** Complaints of one upload, sorted by number or at least by thousand of numbers. */
    interface Part {

        int size();

        long mobile(int at);

        Term term(int at);

        /** The index of the complaint's scope in {@link ComplaintScopes}. */
        int target(int at);
    }

    /** A complaint for the uploader alone blocks the uploader's successor, if there is one. */
    FoldComplaints(ComplaintBatch batch, ComplaintScopes targets, KnownInsurers insurers) {
        this.known = insurers.scopes();
        this.targets = targets;
        short inheritor = insurers.inheritorOf(batch.insurerId());
        for (LineParticipation line : targets.lines()) {
            short scope = line.line().scope();
            bound.add(new Bound(scope, known.participation(inheritor, scope).orElse(line.scope())));
        }
        this.registeredOn = PackedInterval.day(batch.registeredOn());
        for (Term term : Term.values()) {
            blocks.put(term, PackedInterval.pack(new Interval(batch.effectiveOn(), term.end(batch.effectiveOn()))));
        }
    }

    /** Returns the numbers that were left out, sorted. Call it once, at the end. */
    long[] leftOut() {
        return leftOut.build().sorted().distinct().toArray();
    }

    void fold(Connection connection, Part part, long revision) throws SQLException {
        int from = 0;
        while (from < part.size()) {
            List<Integer> thousands = new ArrayList<>(BlockPages.MAX_THOUSANDS);
            int to = endOf(part, from, thousands);
            Set<Long> consumerNumbers =
                    new HashSet<>(NumberSql.longs(connection, IN_THOUSANDS, NumberSql.ints(thousands)));
            BlockPages pages = BlockPages.read(connection, thousands);
            fold(part, from, to, pages, consumerNumbers);
            pages.write(connection, revision);
            from = to;
        }
    }

    /** Returns the exclusive end of the complaints that are applied together; adds their thousands to the list. */
    private static int endOf(Part part, int from, List<Integer> thousands) {
        int last = -1;
        for (int i = from; i < part.size(); i++) {
            int thousand = Thousand.of(part.mobile(i));
            if (thousand != last) {
                if (thousands.size() == BlockPages.MAX_THOUSANDS) {
                    return i;
                }
                thousands.add(thousand);
                last = thousand;
            }
        }
        return part.size();
    }

    private void fold(Part part, int from, int to, BlockPages pages, Set<Long> consumerNumbers) {
        OfThousand current = new OfThousand(pages, Thousand.of(part.mobile(from)));
        for (int i = from; i < to; i++) {
            long mobile = part.mobile(i);
            if (!consumerNumbers.isEmpty() && consumerNumbers.contains(mobile)) {
                leftOut.add(mobile);
                continue;
            }
            if (Thousand.of(mobile) != current.thousand) {
                current = new OfThousand(pages, Thousand.of(mobile));
            }
            int block = blocks.get(part.term(i));
            current.fold(part.target(i), Thousand.place(mobile), block);
        }
    }

    private final class OfThousand {

        private final int thousand;
        private final List<OfLine> lines = new ArrayList<>();

        OfThousand(BlockPages pages, int thousand) {
            this.thousand = thousand;
            bound.forEach(of -> lines.add(new OfLine(pages, thousand, of)));
        }

        void fold(int target, int place, int block) {
            for (int line = targets.firstLine(target); line < targets.endOfLines(target); line++) {
                if (ComplaintScopes.isSelf(target)) {
                    lines.get(line).foldSelf(place, block);
                } else {
                    lines.get(line).foldAll(place, block);
                }
            }
        }
    }

    private final class OfLine {

        private final int thousand;
        private final short uploader;
        private final BlockPage ofAll;
        private final BlockPages pages;
        private final List<BlockPage> ofInsurers = new ArrayList<>();
        /** The few places for which an insurer has a block of its own. */
        private final BitSet named = new BitSet(Thousand.NUMBERS);

        private Optional<BlockPage> ofUploader = Optional.empty();

        OfLine(BlockPages pages, int thousand, Bound of) {
            this.thousand = thousand;
            this.uploader = of.uploader();
            this.pages = pages;
            this.ofAll = pages.of(thousand, of.line());
            for (BlockPage page : pages.of(thousand)) {
                if (known.lineOf(page.scope()).filter(line -> line == of.line()).isPresent()) {
                    ofInsurers.add(page);
                    page.addPlacesTo(named);
                }
            }
        }

        /** Applies a complaint for the uploader alone, whose first own block starts from the block of the line. */
        void foldSelf(int place, int block) {
            BlockPage own = ofUploader.orElseGet(this::pageOfUploader);
            if (!own.has(place) && ofAll.has(place)) {
                own.put(place, ofAll.block(place));
            }
            own.fold(place, block, registeredOn);
            named.set(place);
        }

        private BlockPage pageOfUploader() {
            BlockPage own = pages.of(thousand, uploader);
            if (!ofInsurers.contains(own)) {
                ofInsurers.add(own);
            }
            ofUploader = Optional.of(own);
            return own;
        }

        /** Applies a complaint for all insurers of the line. It also extends the own blocks of single insurers. */
        void foldAll(int place, int block) {
            ofAll.fold(place, block, registeredOn);
            if (named.get(place)) {
                ofInsurers.stream().filter(own -> own.has(place)).forEach(own -> own.fold(place, block, registeredOn));
            }
        }
    }
}
