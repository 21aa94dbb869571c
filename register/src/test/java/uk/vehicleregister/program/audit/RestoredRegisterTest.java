package uk.vehicleregister.program.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import uk.vehicleregister.eventstore.TestDatabase;
import uk.vehicleregister.kernel.access.Role;
import uk.vehicleregister.program.audit.Verification.Outcome;
import uk.vehicleregister.program.client.Answer;
import uk.vehicleregister.program.load.Progress;
import uk.vehicleregister.program.running.WholeRegister;
import uk.vehicleregister.query.seal.SealingKeys;
import uk.vehicleregister.transparencylog.note.Checkpoint;
import uk.vehicleregister.transparencylog.note.CheckpointFile;
import uk.vehicleregister.transparencylog.note.SignedNote;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// An archive restored as docs/audit.md says, and the services started on it.
class RestoredRegisterTest {

    private static final String TODAY = WholeRegister.TODAY.toString();

    @TempDir
    private Path directory;

    @Test
    void it_answers_as_before_and_goes_on_from_there() throws Exception {
        Path keys = Files.createTempDirectory(directory, "keys");
        Path sealingKey = directory.resolve("log.key");
        SealingKeys.createIfAbsent(sealingKey, "register.example/log");
        TestDatabase first = TestDatabase.fresh();
        WholeRegister before = WholeRegister.sealing(first, keys, sealingKey);
        Answer registered = done(before, Role.REGISTRAR, "/v1/vehicles", vehicle());
        String car = registered.text("vehicleId");
        String mark = registered.text("registrationMark");
        done(before, Role.CITIZEN, "/v1/keeper-changes", sale(mark, reference(before, car), "Owen"));
        String reference = reference(before, car);
        Path archive = directory.resolve("register.zip");
        byte[] note = export(before, archive);

        TestDatabase second = TestDatabase.fresh();
        VerifierKey key =
                VerifierKey.parse(SealingKeys.read(sealingKey).published().strip());
        Checkpoint checkpoint = RestoreCommand.restore(archive, key, directory.resolve("none"), second.owner());
        putBackDataKeys(first, second);
        Path theirs = copy(keys, directory.resolve("restored/keys"));
        Path sealing = directory.resolve("restored/log.key");
        Files.copy(sealingKey, sealing, StandardCopyOption.COPY_ATTRIBUTES);
        new CheckpointFile(directory.resolve("restored/log.key.signed")).write(checkpoint);
        WholeRegister after = WholeRegister.sealing(second, theirs, sealing);

        assertThat(after.log().lastPosition()).isEqualTo(checkpoint.size() - 1);
        assertThat(enquiry(after, mark)).isEqualTo(enquiry(before, mark));
        assertThat(history(after, car)).isEqualTo(history(before, car));
        assertThat(reference(after, car)).as("sealed, and opened again").isEqualTo(reference);
        Answer sold = done(after, Role.CITIZEN, "/v1/keeper-changes", sale(mark, reference, "Gwen"));
        assertThat(sold.position()).isGreaterThanOrEqualTo(checkpoint.size());

        Path kept = directory.resolve("kept");
        Kept.write(kept, key, note);
        try (RunningLog log = log(after)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> size(log.checkpoint()) > sold.position());
            Outcome outcome = new Verification(log, null, kept, true).run();
            assertThat(outcome.verdict().wrong()).isNull();
            assertThat(outcome.verdict().goodUpTo()).isGreaterThanOrEqualTo(sold.position());
        }
    }

    private byte[] export(WholeRegister register, Path archive) throws IOException {
        long last = register.log().lastPosition();
        try (RunningLog log = log(register)) {
            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> size(log.checkpoint()) > last);
            byte[] note = log.checkpoint();
            ArchiveWriter.write(log, note, archive, Progress.of("export", size(note), true));
            return note;
        }
    }

    /// From their own backup, as pg_dump would: with the numbers they have, and so that the next one is another.
    private static void putBackDataKeys(TestDatabase from, TestDatabase to) {
        for (String table : List.of("intermediate_key", "data_key")) {
            String rows = from.rows("select json_agg(t) from log.%s t".formatted(table))
                    .getFirst();
            to.rows("""
                    insert into log.%1$s overriding system value
                    select * from json_populate_recordset(null::log.%1$s, $rows$%2$s$rows$) returning 1""".formatted(table, rows));
        }
        to.rows(
                "select setval(pg_get_serial_sequence('log.intermediate_key', 'id'), max(id)) from log.intermediate_key");
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
            for (Path file : files)
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return to;
    }

    private static RunningLog log(WholeRegister register) {
        return new RunningLog(register.queryAddress().toString(), () -> register.token(Role.AUDITOR, "auditor"));
    }

    private static long size(byte[] note) {
        return Checkpoint.parse(SignedNote.parse(note).text()).size();
    }

    private static Answer done(WholeRegister register, Role role, String path, Map<String, Object> body) {
        Answer answer =
                register.command(path, role, "somebody", UUID.randomUUID().toString(), body);
        assertThat(answer.status()).as("%s: %s", path, answer.problem()).isEqualTo(201);
        return answer;
    }

    private static JsonNode enquiry(WholeRegister register, String mark) {
        Answer answer = register.enquire(mark, register.log().lastPosition());
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode history(WholeRegister register, String car) {
        return ask(register, Role.AUDITOR, "/v1/vehicle-history", car);
    }

    /// That of the latest V5C, as its holder reads it.
    private static String reference(WholeRegister register, String car) {
        String latest = "";
        for (JsonNode document : ask(register, Role.REGISTRAR, "/v1/documents/search", car))
            if (document.path("type").asString().equals("V5C"))
                latest = document.path("documentReference").asString();
        return latest;
    }

    private static JsonNode ask(WholeRegister register, Role role, String path, String car) {
        Answer answer = register.ask(path, role, "somebody", register.log().lastPosition(), Map.of("vehicleId", car));
        assertThat(answer.status()).as("%s: %s", path, answer.problem()).isEqualTo(200);
        return answer.body();
    }

    private static Map<String, Object> sale(String mark, String reference, String newKeeper) {
        return Map.of(
                "registrationMark",
                mark,
                "documentReference",
                reference,
                "newKeeper",
                person(newKeeper),
                "dateOfSale",
                TODAY,
                "keeperConsent",
                true,
                "rightsToMarkConsent",
                true);
    }

    private static Map<String, Object> vehicle() {
        return Map.ofEntries(
                Map.entry("vin", "SAXLFS00000000091"),
                Map.entry("make", "SKODA"),
                Map.entry("model", "FABIA"),
                Map.entry("colour", "BLUE"),
                Map.entry("fuelType", "PETROL"),
                Map.entry("yearOfManufacture", 2016),
                Map.entry("dateOfFirstRegistration", "2016-03-15"),
                Map.entry("typeApproval", "M1"),
                Map.entry("keeper", person("Dewi")));
    }

    private static Map<String, Object> person(String firstName) {
        Map<String, Object> address =
                Map.of("lines", List.of("12 Mill Lane"), "postTown", "Swansea", "postcode", "SA1 5BG");
        return Map.of(
                "type", "PERSON", "title", "Mx", "firstNames", firstName, "lastName", "Parry", "address", address);
    }
}
