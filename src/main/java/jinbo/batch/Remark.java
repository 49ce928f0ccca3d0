package jinbo.batch;

import jinbo.participant.insurer.InsurerCode;

/** @param what why the insurer got nothing, or what is left to do and by whom; without phone numbers */
public record Remark(InsurerCode insurer, String what) {}
