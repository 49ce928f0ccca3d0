package jinbo.cases.sanction;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jinbo.reference.business.LineCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings {@code jinbo.sanctions} in {@code jobs/settle-cases.yaml}. The program does not start with invalid ones. */
@ConfigurationProperties(prefix = "jinbo.sanctions", ignoreUnknownFields = false)
public record SanctionSettings(@DefaultValue List<Ladder> ladders) {

    public SanctionSettings {
        ladders = List.copyOf(ladders);
        build(ladders);
    }

    public record Ladder(
            SanctionLadder.@Nullable Target about,
            @DefaultValue Set<LineCode> lines,
            @Nullable LocalDate callsFrom,
            @DefaultValue List<Rung> steps) {}

    /** A step of a ladder, as set; with {@code 0d} for {@code lasts}, the sanction lasts until people lift it. */
    public record Rung(
            @DefaultValue("0") int upheld,
            @DefaultValue("0d") Period within,
            Sanction.@Nullable Kind sanction,
            @DefaultValue("0d") Period lasts) {}

    List<SanctionLadder> toLadders() {
        return build(ladders);
    }

    private static List<SanctionLadder> build(List<Ladder> written) {
        List<SanctionLadder> built = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < written.size(); i++) {
            String name = "Ladder " + (i + 1) + " of jinbo.sanctions.ladders ";
            SanctionLadder ladder = build(written.get(i), name);
            for (LineCode line : ladder.lines()) {
                if (!taken.add(ladder.about() + " " + line + " " + ladder.callsFrom())) {
                    throw new IllegalArgumentException(name + "is for the same calls as one before: about "
                            + ladder.about() + ", " + line + ", calls from " + ladder.callsFrom());
                }
            }
            built.add(ladder);
        }
        return List.copyOf(built);
    }

    private static SanctionLadder build(Ladder written, String name) {
        if (written.about() == null || written.callsFrom() == null) {
            throw new IllegalArgumentException(name + "lacks about or calls-from");
        }
        try {
            return new SanctionLadder(
                    written.about(),
                    written.lines(),
                    written.callsFrom(),
                    written.steps().stream().map(SanctionSettings::step).toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + "is not sound: " + e.getMessage(), e);
        }
    }

    private static SanctionLadder.Step step(Rung rung) {
        if (rung.sanction() == null) {
            throw new IllegalArgumentException("a step has no sanction");
        }
        return new SanctionLadder.Step(
                rung.upheld(),
                rung.within(),
                rung.sanction(),
                Optional.of(rung.lasts()).filter(length -> !length.isZero()));
    }
}
