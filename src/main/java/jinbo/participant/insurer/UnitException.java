package jinbo.participant.insurer;

import java.util.List;
import java.util.stream.Collectors;

/** What was asked about a sales unit cannot be done. */
public sealed class UnitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnitException(String message) {
        super(message);
    }

    /** The insurer has no unit of this code. */
    public static final class Unknown extends UnitException {
        private static final long serialVersionUID = 1L;

        Unknown(InsurerCode insurer, UnitCode code, List<SalesUnit> known) {
            super(insurer + " has no sales unit " + code + ". Known: "
                    + (known.isEmpty()
                            ? "none yet; add one with \"unit add " + insurer + "\""
                            : known.stream().map(unit -> unit.code().value()).collect(Collectors.joining(", "))));
        }
    }

    /** The insurer has, or had, a unit of this code. */
    public static final class Exists extends UnitException {
        private static final long serialVersionUID = 1L;

        Exists(InsurerCode insurer, UnitCode code) {
            super(insurer + " has, or had, a sales unit " + code + " already; look at it with \"unit list " + insurer
                    + "\". A code is used once, because old acknowledgements name it");
        }
    }

    /** The unit is closed. */
    public static final class Closed extends UnitException {
        private static final long serialVersionUID = 1L;

        Closed(SalesUnit unit) {
            super("The sales unit " + unit.code() + " of " + unit.insurer()
                    + " is closed, for good; if it calls again, add it under another code with \"unit add "
                    + unit.insurer() + "\"");
        }
    }
}
