package jinbo.cases;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;

/** @param unit the sales unit that called, if it is known */
public record CaseParty(InsurerCode insurer, Optional<UnitCode> unit, Optional<Salesperson> salesperson) {}
