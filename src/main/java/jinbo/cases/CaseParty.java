package jinbo.cases;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;

/** The insurer that is said to have called, with the sales unit and the salesperson, if they are known. */
public record CaseParty(InsurerCode insurer, Optional<UnitCode> unit, Optional<Salesperson> salesperson) {}
