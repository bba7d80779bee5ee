// One node for each published version of a detector and for each backtest, whoever writes at the same time.
CREATE CONSTRAINT detector_version_id IF NOT EXISTS FOR (n:DetectorVersion) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT backtest_id IF NOT EXISTS FOR (n:Backtest) REQUIRE n.id IS UNIQUE;
CREATE INDEX backtest_detector IF NOT EXISTS FOR (n:Backtest) ON (n.detector);
