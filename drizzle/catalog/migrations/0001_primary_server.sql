INSERT INTO servers (name) VALUES ('primary');
