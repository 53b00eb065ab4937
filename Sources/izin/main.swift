print("izin")
