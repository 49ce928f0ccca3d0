package jinbo.batch.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.batch.Drops;
import jinbo.batch.Progress;
import jinbo.exchange.format.BlockListFileName;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Manifest;
import jinbo.exchange.sftp.DropException;
import jinbo.exchange.sftp.DropFolder;
import jinbo.exchange.sftp.DropSession;
import jinbo.exchange.sftp.FileSnapshot;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.Insurers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the files on drops with their records. Insurers may remove files, so missing ones are only counted. */
@Component
record DropRules(JdbcClient jdbc, Insurers insurers, ObjectProvider<Drops> drops, Progress progress) {

    private static final String DELIVERED = """
            select name, size, sha256 from answer where insurer = :insurer and delivered_at is not null
            union all
            select name, size, sha256 from case_file where insurer = :insurer and delivered_at is not null
            union all
            select name, null, sha256 from certificate_announcement where insurer = :insurer and delivered_at is not null
            """;
    private static final String LISTS = """
            select * from block_list where insurer = :insurer and list_delivered_at is not null
            """;
    // a file above the size limit was not read and has the hash of no bytes
    private static final String ARCHIVED = """
            select archived_as as name, size, sha256 from inbound_file
            where insurer = :insurer and archived_as not like '(%'
              and (size = 0 or sha256 <> 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
            """;

    /** Only of manifests and certificates the size is not recorded; a certificate is smaller than a manifest can be. */
    private static final long MOST_UNSIZED = Manifest.MAX_SEALED_BYTES;

    private record Recorded(String name, Optional<Long> size, String sha256) {

        static Recorded read(ResultSet row, int number) throws SQLException {
            return new Recorded(
                    row.getString("name"),
                    Optional.ofNullable(row.getObject("size", Long.class)),
                    row.getString("sha256"));
        }
    }

    /** Reads all recorded files that are on the drops of active insurers. */
    List<RuleResult> checks() {
        RuleViolations delivered = new RuleViolations(VerifiedRule.DELIVERED_FILES_ARE_UNCHANGED);
        RuleViolations archived = new RuleViolations(VerifiedRule.ARCHIVED_UPLOADS_ARE_UNCHANGED);
        for (Insurer insurer : insurers.all()) {
            if (!insurer.isActive()) {
                delivered.notComparable(insurer.code() + ": does not take part now, and its server is not asked");
                continue;
            }
            // read before the drop, because files that arrive meanwhile have no record here
            List<Recorded> deliveries = new ArrayList<>(recorded(DELIVERED, insurer.code()));
            deliveries.addAll(lists(insurer.code()));
            List<Recorded> uploads = recorded(ARCHIVED, insurer.code());
            try {
                drops.getObject().visit(insurer, drop -> {
                    compare(insurer.code(), drop, DropFolder.DOWNLOAD, deliveries, delivered);
                    compare(insurer.code(), drop, DropFolder.ARCHIVE, uploads, archived);
                    return true;
                });
            } catch (DropException e) {
                delivered.wrong(insurer.code() + ": not compared, " + e.getMessage());
            }
        }
        return List.of(delivered.result(), archived.result());
    }

    private void compare(
            InsurerCode insurer,
            DropSession drop,
            DropFolder folder,
            List<Recorded> recorded,
            RuleViolations ruleViolations) {
        Map<String, List<Recorded>> byName = recorded.stream().collect(Collectors.groupingBy(Recorded::name));
        Map<String, FileSnapshot> known = new LinkedHashMap<>();
        drop.list(folder, fileSnapshot -> {
            if (byName.containsKey(fileSnapshot.name())) {
                known.putIfAbsent(fileSnapshot.name(), fileSnapshot);
            }
        });
        for (FileSnapshot fileSnapshot : known.values()) {
            ruleViolations.checked();
            String place = insurer + ": " + folder.folderName() + "/" + fileSnapshot.name();
            progress.report(place, 0, fileSnapshot.size());
            fault(drop, folder, fileSnapshot, byName.get(fileSnapshot.name()))
                    .ifPresent(what -> ruleViolations.wrong(place + " " + what));
        }
        long missing = byName.size() - known.size();
        if (missing > 0) {
            ruleViolations.notComparable(
                    insurer + ": files that lie in " + folder.folderName() + "/ no more: " + missing);
        }
    }

    private static Optional<String> fault(
            DropSession drop, DropFolder folder, FileSnapshot fileSnapshot, List<Recorded> recorded) {
        List<Recorded> withSameSize = recorded.stream()
                .filter(one ->
                        one.size().map(size -> size == fileSnapshot.size()).orElse(fileSnapshot.size() <= MOST_UNSIZED))
                .toList();
        if (withSameSize.isEmpty()) {
            return Optional.of("has " + fileSnapshot.size() + " bytes, not "
                    + recorded.get(0).size().map(Object::toString).orElse("at most " + MOST_UNSIZED));
        }
        Optional<String> sha256 = drop.hash(folder, fileSnapshot);
        if (sha256.isEmpty()) {
            return Optional.of("changed while it was read");
        }
        return withSameSize.stream().anyMatch(one -> one.sha256().equals(sha256.get()))
                ? Optional.empty()
                : Optional.of("has other bytes than were recorded");
    }

    private List<Recorded> lists(InsurerCode insurer) {
        return jdbc
                .sql(LISTS)
                .param("insurer", insurer.value())
                .query((row, number) -> {
                    BlockListFileName name = new BlockListFileName(
                            insurer,
                            row.getInt("sequence"),
                            ListKind.of(row.getString("kind")).orElseThrow());
                    Recorded list =
                            new Recorded(name.fileName(), Optional.of(row.getLong("size")), row.getString("sha256"));
                    Recorded manifest =
                            new Recorded(name.manifestName(), Optional.empty(), row.getString("manifest_sha256"));
                    return row.getObject("manifest_delivered_at") == null ? List.of(list) : List.of(list, manifest);
                })
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Recorded> recorded(String sql, InsurerCode insurer) {
        return jdbc.sql(sql)
                .param("insurer", insurer.value())
                .query(Recorded::read)
                .list();
    }
}
