package jinbo.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.exchange.format.UploadScope;
import jinbo.participant.insurer.LineParticipation;
import jinbo.reference.business.LineCode;

/**
 * The possible scopes of one upload's complaints: all insurers or the uploader alone, in all of the uploader's lines of
 * business or in one of them. Each possible scope has a small index, which saves memory: a complaint stores the index
 * only.
 */
final class ComplaintScopes {

    /** The number of bits of an index: enough for up to 255 lines and all lines together, with two scopes each. */
    static final int BITS = 9;

    private static final int SELF = 1;

    private final List<LineParticipation> lines;
    private final Map<LineCode, Integer> places = new HashMap<>();
    private final short[] scopes;
    private final Map<Short, Integer> indexes = new HashMap<>();

    /** @param batch has no lines if the uploader sells no open line; then no complaint has a scope */
    ComplaintScopes(ComplaintBatch batch, RegistrationScopes registrationScopes) {
        this.lines = batch.lines();
        this.scopes = new short[2 * (lines.size() + 1)];
        List<Short> everybody = new ArrayList<>();
        List<Short> uploader = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            LineParticipation line = lines.get(place);
            places.put(line.code(), place);
            everybody.add(line.line().scope());
            uploader.add(line.scope());
            set(place, line.line().scope(), line.scope());
        }
        if (!lines.isEmpty()) {
            set(-1, registrationScopes.of(everybody), registrationScopes.of(uploader));
        }
        for (int index = scopes.length - 1; index >= 0; index--) {
            indexes.put(scopes[index], index);
        }
    }

    private void set(int place, short everybody, short uploader) {
        scopes[2 * (place + 1)] = everybody;
        scopes[2 * (place + 1) + SELF] = uploader;
    }

    /** @param line empty for all lines of the uploader */
    int index(Optional<LineCode> line, UploadScope scope) {
        int place = line.isPresent() ? places.get(line.get()) : -1;
        return 2 * (place + 1) + (scope == UploadScope.SELF ? SELF : 0);
    }

    short scope(int index) {
        return scopes[index];
    }

    int indexOf(short scope) {
        return indexes.get(scope);
    }

    static boolean isSelf(int index) {
        return (index & SELF) == SELF;
    }

    /** The position in {@link #lines} of the first line that a scope covers. */
    int firstLine(int index) {
        return index < 2 ? 0 : index / 2 - 1;
    }

    /** The position in {@link #lines} after the last line that a scope covers. */
    int endOfLines(int index) {
        return index < 2 ? lines.size() : index / 2;
    }

    List<LineParticipation> lines() {
        return lines;
    }
}
