package jinbo.operator.cases;

import java.util.List;
import jinbo.cases.sanction.Sanction;

/** @param sanctions the newest first */
public record SanctionList(List<SanctionLine> sanctions) {

    static SanctionList of(List<Sanction> sanctions) {
        return new SanctionList(sanctions.stream().map(SanctionLine::of).toList());
    }
}
