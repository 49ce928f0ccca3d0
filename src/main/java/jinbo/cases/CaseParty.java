package jinbo.cases;

import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;

/** @param unit which of its sales units called, if that is known */
public record CaseParty(InsurerCode insurer, Optional<UnitCode> unit, Optional<Salesperson> salesperson) {}
