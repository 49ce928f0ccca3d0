package jinbo.operator.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.AccessLogUnrepairableException;
import jinbo.accesslog.AlarmsChangedException;
import jinbo.accesslog.NoOpenAlarmException;
import jinbo.batch.FailureMessages;
import jinbo.batch.Reason;
import jinbo.batch.UnusablePasswordException;
import jinbo.batch.collect.NotHeldException;
import jinbo.batch.collect.NotRecoverableException;
import jinbo.batch.collect.UploadWithdrawal;
import jinbo.batch.recovery.NoOpenRecoveryException;
import jinbo.consumer.portal.remote.RemotePortalException;
import jinbo.exchange.keys.AssociationKeyException;
import jinbo.exchange.keys.PassphraseException;
import jinbo.exchange.keys.SampleKeyException;
import jinbo.exchange.openpgp.UnusableKeyException;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.server.PortTakenException;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.UnitException;
import jinbo.participant.staff.NotPermittedException;
import jinbo.participant.staff.NotProvenException;
import jinbo.participant.staff.PersonException;
import jinbo.participant.staff.RequestException;
import jinbo.partner.BlockListDamagedException;
import jinbo.partner.PartnerException;
import jinbo.platform.home.HomeException;
import jinbo.reference.business.LineException;
import jinbo.reference.calendar.CalendarFileException;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.reference.phone.PhoneDigits;
import jinbo.reference.phone.SegmentFileException;
import jinbo.registry.history.FutureMomentException;

/**
 * Why a command could not be carried out, in words.
 *
 * @param error a code for programs
 * @param message what is wrong, where, and what to do
 * @param problems the single faults of a file that was refused
 * @param setting the one that is not sound, if that is the matter
 * @param log where more is told, if anywhere
 */
record Failure(
        String error, String message, List<Problem> problems, Optional<UnsoundSetting> setting, Optional<Path> log) {

    /**
     * One fault of a file.
     *
     * @param line the physical line, the header being 1; 0 for the file as a whole
     * @param reason what is wrong
     */
    record Problem(long line, String reason) {}

    /** Puts an exception into words where no home is open, and so no log is kept. */
    static Failure withoutLog(Exception e) {
        Failure told = of(e, Path.of(""));
        boolean ofTheSystem = told.error.equals("FAILED") && e instanceof IOException && e.getMessage() != null;
        String message = ofTheSystem ? PhoneDigits.masked(e.getMessage()) : told.message;
        return new Failure(told.error, message, told.problems, told.setting, Optional.empty());
    }

    /** Puts an exception into words. */
    static Failure of(Exception e, Path home) {
        if (e instanceof CalendarFileException calendar) {
            return refused(
                    "CALENDAR_FILE_REFUSED",
                    "Nothing was imported.",
                    calendar.problems().stream()
                            .map(problem -> new Problem(problem.line(), problem.reason()))
                            .toList());
        }
        if (e instanceof SegmentFileException segments) {
            return refused(
                    "SEGMENT_FILE_REFUSED",
                    "Nothing was imported; faults: " + segments.count() + ".",
                    segments.problems().stream()
                            .map(problem -> new Problem(problem.line(), problem.reason()))
                            .toList());
        }
        Optional<UnsoundSetting> unsound = UnsoundSetting.in(e);
        if (unsound.isPresent()) {
            UnsoundSetting setting = unsound.get();
            return new Failure(
                    setting.error(), setting.in(Texts.in(Language.EN)), List.of(), unsound, Optional.empty());
        }
        if (e instanceof HomeException) {
            return refused("HOME_NOT_OPENED", sentence(e), List.of());
        }
        Optional<Path> log =
                Optional.of(home.resolve("log").resolve("jinbo.log")).filter(Files::exists);
        if (e instanceof CannotOpenException cannotOpen) {
            return new Failure(
                    cannotOpen.isProgramTooOld() ? "PROGRAM_TOO_OLD" : "HOME_NOT_OPENED",
                    sentence(e),
                    List.of(),
                    Optional.empty(),
                    log.filter(file -> cannotOpen.isLogged()));
        }
        return codeOf(e)
                .map(code -> refused(code, sentence(e), List.of()))
                .orElseGet(() -> new Failure("FAILED", FailureMessages.cause(e), List.of(), Optional.empty(), log));
    }

    void tell(Page page) {
        page.print(setting.map(unsound -> unsound.in(page.texts()))
                .orElseGet(() -> page.texts().of("failure." + error, message)));
        for (Problem problem : problems) {
            if (problem.line() == 0) {
                page.say("failure.file", problem.reason());
            } else {
                page.say("failure.line", Long.toString(problem.line()), problem.reason());
            }
        }
        log.ifPresent(file -> page.say("failure.log", file.toString()));
    }

    private static Failure refused(String code, String message, List<Problem> problems) {
        return new Failure(code, message, problems, Optional.empty(), Optional.empty());
    }

    private static Optional<String> codeOf(Exception e) {
        if (e instanceof InsurerException || e instanceof UnitException) {
            return Optional.of(FailureOfInsurer.codeOf(e));
        }
        if (e instanceof LineException) {
            return Optional.of("LINE_UNUSABLE");
        }
        if (e instanceof DateAheadException || e instanceof RemotePortalException) {
            return Optional.of(e instanceof RemotePortalException ? "PORTAL_NOT_OPENED" : "DATE_AHEAD");
        }
        if (e instanceof PortTakenException) {
            return Optional.of("PORT_TAKEN");
        }
        if (e instanceof FileSystemException) {
            return Optional.of(
                    e instanceof NoSuchFileException
                            ? "FILE_NOT_FOUND"
                            : e instanceof FileAlreadyExistsException ? "FILE_EXISTS" : "FILE_UNUSABLE");
        }
        if (e instanceof UnusableKeyException key && key.reason() == UnusableKeyException.Reason.ALGORITHM) {
            return Optional.of("KEY_ALGORITHM_NOT_ACCEPTED");
        }
        if (e instanceof UnusableKeyException || e instanceof UnusableSshKeyException) {
            return Optional.of("KEY_UNUSABLE");
        }
        if (e instanceof PassphraseException || e instanceof SampleKeyException) {
            return Optional.of(
                    e instanceof PassphraseException passphrase
                            ? passphrase.reason().name()
                            : "SAMPLE_KEY");
        }
        if (e instanceof AssociationKeyException) {
            return Optional.of("OWN_KEY_UNUSABLE");
        }
        if (e instanceof CertificateRefusedException) {
            return Optional.of("KEY_UNUSABLE");
        }
        if (e instanceof NotProvenException || e instanceof NotPermittedException) {
            return Optional.of(e instanceof NotProvenException ? "NOT_PROVEN" : "NOT_PERMITTED");
        }
        if (e instanceof PersonException || e instanceof RequestException) {
            return Optional.of(e instanceof PersonException ? "PERSON_UNUSABLE" : "REQUEST_UNUSABLE");
        }
        if (e instanceof PartnerException || e instanceof BlockListDamagedException || e instanceof DropException) {
            return Optional.of(
                    e instanceof PartnerException partner
                            ? partner.reason().name()
                            : e instanceof DropException ? "DROP_FAILED" : "LIST_DAMAGED");
        }
        if (e instanceof NotHeldException) {
            return Optional.of("NOT_HELD");
        }
        if (e instanceof UploadWithdrawal.NothingToWithdrawException) {
            return Optional.of("NOTHING_TO_TAKE_BACK");
        }
        if (e instanceof NotRecoverableException) {
            return Optional.of("NOT_LOST");
        }
        if (e instanceof NoOpenRecoveryException) {
            return Optional.of("NOTHING_TO_SETTLE");
        }
        if (e instanceof AccessLogUnrepairableException) {
            return Optional.of("LOG_BEYOND_REPAIR");
        }
        if (e instanceof NoOpenAlarmException) {
            return Optional.of("NO_ALARM");
        }
        if (e instanceof AlarmsChangedException || e instanceof NoEntryException) {
            return Optional.of(e instanceof NoEntryException ? "ENTRY_UNKNOWN" : "OTHER_ALARMS");
        }
        if (e instanceof NumberElsewhereException || e instanceof FutureMomentException) {
            return Optional.of(e instanceof FutureMomentException ? "TIME_AHEAD" : "MOBILE_NOT_BEIJING");
        }
        if (e instanceof Reason.ReasonException || e instanceof UnusablePasswordException) {
            return Optional.of(e instanceof Reason.ReasonException ? "REASON_UNUSABLE" : "PASSWORD_UNUSABLE");
        }
        return e instanceof YearNotLoadedException ? Optional.of("YEAR_NOT_LOADED") : FailureOfCase.codeOf(e);
    }

    private static String sentence(Exception e) {
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": access denied";
        }
        return e instanceof IOException || e.getMessage() != null ? String.valueOf(e.getMessage()) : e.toString();
    }
}
