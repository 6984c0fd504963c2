"""What leaves: PDF, XLSX, CSV, packet. Writers accept a Release and nothing else."""
