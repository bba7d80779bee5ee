package io.iolaus.neo4jlocal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.neo4j.batchimport.api.BatchImporter;
import org.neo4j.batchimport.api.Configuration;
import org.neo4j.batchimport.api.IndexConfig;
import org.neo4j.batchimport.api.Monitor;
import org.neo4j.batchimport.api.input.Collector;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.internal.batchimport.DefaultAdditionalIds;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.layout.DatabaseLayout;
import org.neo4j.io.layout.Neo4jLayout;
import org.neo4j.io.pagecache.context.CursorContextFactory;
import org.neo4j.io.pagecache.context.FixedVersionContextSupplier;
import org.neo4j.io.pagecache.tracing.PageCacheTracer;
import org.neo4j.kernel.DatabaseCreationOptions;
import org.neo4j.kernel.impl.index.schema.DefaultIndexProvidersAccess;
import org.neo4j.kernel.impl.index.schema.IndexImporterFactoryImpl;
import org.neo4j.kernel.impl.scheduler.JobSchedulerFactory;
import org.neo4j.kernel.impl.transaction.log.files.LogTailMetadataFactoryImpl;
import org.neo4j.kernel.impl.transaction.log.files.TransactionLogInitializer;
import org.neo4j.logging.internal.LogService;
import org.neo4j.logging.internal.NullLogService;
import org.neo4j.memory.EmptyMemoryTracker;
import org.neo4j.scheduler.JobScheduler;
import org.neo4j.storageengine.api.StorageEngineFactory;

/// Makes a store of an {@link ImportFolder} with Neo4j's own offline importer, the one behind
/// `neo4j-admin database import full`. It is fed values instead of CSV: nothing has to be written
/// as text and parsed again, and no separator can stand in the way of a text.
final class OfflineImport {

  private OfflineImport() {}

  /// Makes the store of the default database below `home`, where there is none yet.
  ///
  /// @param offHeap about how much memory the importer may use beside the heap, in bytes
  static void run(Path folder, Path home, long offHeap) throws IOException {
    ImportInput input = new ImportInput(ImportFolder.read(folder));
    DatabaseLayout layout =
        DatabaseLayout.of(Neo4jLayout.of(home), GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    Config config = Config.defaults(GraphDatabaseSettings.neo4j_home, home);
    StorageEngineFactory engine = StorageEngineFactory.selectStorageEngine(config);
    CursorContextFactory contexts =
        new CursorContextFactory(PageCacheTracer.NULL, new FixedVersionContextSupplier(1));
    LogService logs = NullLogService.getInstance();
    try (DefaultFileSystemAbstraction files = new DefaultFileSystemAbstraction();
        JobScheduler jobs = JobSchedulerFactory.createInitialisedScheduler();
        BatchImporter importer =
            engine.batchImporter(
                layout,
                files,
                false,
                PageCacheTracer.NULL,
                new Bounds(offHeap),
                logs,
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                false,
                DefaultAdditionalIds.EMPTY,
                new LogTailMetadataFactoryImpl(files),
                config,
                Monitor.NO_MONITOR,
                jobs,
                Collector.STRICT,
                TransactionLogInitializer.getLogFilesInitializer(),
                new IndexImporterFactoryImpl(),
                EmptyMemoryTracker.INSTANCE,
                contexts,
                () ->
                    new DefaultIndexProvidersAccess(
                        engine, files, config, jobs, logs, PageCacheTracer.NULL, contexts),
                0,
                null,
                DatabaseCreationOptions.EMPTY_CREATION_OPTIONS,
                BatchImporter.HardwareValidation.NONE)) {
      importer.doImport(input);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the importer failed: " + e.getMessage(), e);
    }
  }

  private record Bounds(long offHeap) implements Configuration {

    @Override
    public long maxOffHeapMemory() {
      return offHeap;
    }

    /// The two that every database has.
    @Override
    public IndexConfig indexConfig() {
      return IndexConfig.create().withLabelIndex().withRelationshipTypeIndex();
    }
  }
}
